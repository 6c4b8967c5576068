/* Hashes: of any bytes, and, cheaper, of eight at most. */
#ifndef PACTA_CORE_HASH_H
#define PACTA_CORE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* FNV-1a, its high bits folded into the low ones. */
static inline uint32_t pacta_hash(const char *bytes, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

/* By a product (Fibonacci hashing): the high bits are the good ones. */
static inline uint64_t pacta_hash_bits(uint64_t bits) {
    return bits * UINT64_C(0x9E3779B97F4A7C15);
}

/* The first `size` bytes, 1 to 8, of those that were loaded; zeros for the others. */
static inline uint64_t pacta_first_bytes(uint64_t loaded, uint32_t size) {
    const unsigned others = 8 * (8 - size) & 63; /* bits of the others */
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return loaded & ~UINT64_C(0) << others;
#else
    return loaded & ~UINT64_C(0) >> others;
#endif
}

#endif
