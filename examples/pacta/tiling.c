/* The provisions in order, printed one after the other with what stands between
 * them, are the text: each lies in its parent, behind the one before it. */
#include "tiling.h"

#include <stdlib.h>
#include <string.h>

/* A provision that is being printed; `at`: up to where. */
struct frame {
    uint32_t index, at;
};

struct tiling {
    const char *text;
    size_t size;
    const pacta_provision *list;
    size_t count;
    struct frame *frames; /* the first is the whole text, the last the innermost */
    size_t depth, deepest;
    char *print;
    size_t printed;
};

static int is_boundary(const struct tiling *t, uint32_t at) {
    return at <= t->size && (at == t->size || ((unsigned char)t->text[at] & 0xC0) != 0x80);
}

static int is_inside(pacta_span inner, pacta_span outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/* Whether the span could be cut out of the text. */
static int is_span(const struct tiling *t, pacta_span span) {
    return span.begin <= span.end && is_boundary(t, span.begin) && is_boundary(t, span.end);
}

static int is_empty(pacta_span span) {
    return span.begin == span.end;
}

/* What is wrong with the provision by itself, or NULL. */
static const char *fault_alone(const struct tiling *t, const pacta_provision *p) {
    if (!is_span(t, p->span) || is_empty(p->span))
        return "is no piece of the text";
    if (!is_span(t, p->label) || (!is_empty(p->label) && !is_inside(p->label, p->span)))
        return "has its label outside it";
    if (!is_span(t, p->heading) || (!is_empty(p->heading) && !is_inside(p->heading, p->span)))
        return "has its heading outside it";
    return NULL;
}

static void print_to(struct tiling *t, struct frame *frame, uint32_t end) {
    size_t size = end > frame->at ? end - frame->at : 0;
    if (size > t->size - t->printed)
        size = t->size - t->printed;
    memcpy(t->print + t->printed, t->text + frame->at, size);
    t->printed += size;
    frame->at = end;
}

/* Prints the rest of what does not hold the next one: `parent` is the innermost left. */
static void close_before(struct tiling *t, uint32_t parent) {
    while (t->depth > 1 && t->frames[t->depth - 1].index != parent) {
        struct frame *closing = &t->frames[--t->depth];
        uint32_t end = t->list[closing->index].span.end;
        print_to(t, closing, end);
        t->frames[t->depth - 1].at = end;
    }
}

static const char *fault_in_tree(struct tiling *t, uint32_t index) {
    const pacta_provision *p = &t->list[index];
    if (p->parent != PACTA_NONE && p->parent >= index)
        return "stands before its parent";
    close_before(t, p->parent);
    struct frame *around = &t->frames[t->depth - 1];
    if (around->index != p->parent)
        return "comes after its parent is over";
    if (p->parent != PACTA_NONE && !is_inside(p->span, t->list[p->parent].span))
        return "is not inside its parent";
    if (p->span.begin < around->at)
        return "begins before the one in front of it ends";
    print_to(t, around, p->span.begin);
    t->frames[t->depth++] = (struct frame){index, p->span.begin};
    if (t->deepest < t->depth - 1)
        t->deepest = t->depth - 1;
    return NULL;
}

/* The first provision that does not fit (its index in `*index`), or NULL. */
static const char *find_fault(struct tiling *t, uint32_t *index) {
    for (*index = 0; *index < t->count; ++*index) {
        const char *fault = fault_alone(t, &t->list[*index]);
        if (fault == NULL)
            fault = fault_in_tree(t, *index);
        if (fault != NULL)
            return fault;
    }
    close_before(t, PACTA_NONE);
    print_to(t, &t->frames[0], (uint32_t)t->size);
    return t->printed == t->size && memcmp(t->print, t->text, t->size) == 0
               ? NULL
               : "printed in order, they do not give the text";
}

static void write_counted(struct writer *out, size_t count, const char *one, const char *many) {
    writer_number(out, count);
    writer_byte(out, ' ');
    writer_string(out, count == 1 ? one : many);
}

static void write_fault(struct writer *out, const struct tiling *t, uint32_t index, const char *fault) {
    if (index < t->count) {
        const pacta_provision *p = &t->list[index];
        writer_string(out, p->eid);
        writer_string(out, " [");
        writer_number(out, p->span.begin);
        writer_string(out, ", ");
        writer_number(out, p->span.end);
        writer_string(out, ") ");
    }
    writer_string(out, fault);
}

static const char *find_any(struct tiling *t, uint32_t *index) {
    t->frames = malloc((t->count + 1) * sizeof *t->frames);
    t->print = malloc(t->size + 1);
    const char *fault = "cannot be checked: out of memory";
    *index = (uint32_t)t->count;
    if (t->frames != NULL && t->print != NULL) {
        t->frames[t->depth++] = (struct frame){PACTA_NONE, 0};
        fault = find_fault(t, index);
    }
    free(t->frames);
    free(t->print);
    return fault;
}

int tiling_write(struct writer *out, const char *name, const pacta_document *document) {
    struct tiling t = {0};
    uint32_t index;
    t.text = pacta_document_text(document, &t.size);
    t.list = pacta_provisions(document, &t.count);
    const char *fault = find_any(&t, &index);
    writer_string(out, name);
    writer_string(out, ": ");
    if (fault != NULL) {
        write_fault(out, &t, index, fault);
    } else if (t.count == 0) {
        writer_string(out, "no provisions");
    } else {
        write_counted(out, t.count, "provision", "provisions");
        writer_string(out, t.count == 1 ? " in " : " in up to ");
        write_counted(out, t.deepest, "level", "levels");
        writer_string(out, t.count == 1 ? " fits the text" : " fit the text");
    }
    writer_byte(out, '\n');
    return fault == NULL;
}
