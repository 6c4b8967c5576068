/* A hash of bytes (FNV-1a, its high bits folded into the low ones). */
#ifndef PACTA_CORE_HASH_H
#define PACTA_CORE_HASH_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t pacta_hash(const char *bytes, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

#endif
