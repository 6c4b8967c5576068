#include "html_text.h"

#include "markup.h"
#include "passages.h"

#include <string.h>

enum { DEEPEST_HEADING = 6, DEEPEST_INDENT = 6, TITLE_BYTES = 240 };

struct setting {
    struct writer *out;
    const struct layout *layout;
    struct overlay overlay;
    const pacta_reference *references;
    const pacta_clause *clauses;
    size_t provision; /* the next that begins */
    uint32_t around;  /* the innermost one around what is written, or PACTA_NONE */
    uint32_t at;      /* up to where the text is written */
    size_t blocks;    /* written so far */
};

/* ---- Marks -------------------------------------------------------------- */

static void anchor(const struct setting *setting, const char *before, uint32_t provision) {
    writer_string(setting->out, before);
    markup_string(setting->out, setting->layout->prefix);
    markup_string(setting->out, setting->layout->anchors.list[provision]);
    writer_byte(setting->out, '"');
}

/* The provision that a click on a reference leads to, or PACTA_NONE. */
static uint32_t goal(const pacta_reference *reference) {
    for (uint32_t i = 0; i < reference->target_count; i++)
        if (reference->targets[i].provision != PACTA_NONE)
            return reference->targets[i].provision;
    return PACTA_NONE;
}

/* Classes beside the kind's own: what the record's colour is. */
static const char *further_class(const struct setting *setting, const struct overlay_span *mark) {
    if (mark->kind != MARK_CLAUSE && mark->kind != MARK_CUE)
        return "";
    return pacta_modality_name(setting->clauses[mark->record].modality);
}

static const char *element_of(const struct setting *setting, const struct overlay_span *mark, uint32_t *to) {
    *to = mark->kind == MARK_REFERENCE ? goal(&setting->references[mark->record]) : PACTA_NONE;
    if (*to != PACTA_NONE && !overlay_is_inside(&setting->overlay, "a"))
        return "a";
    *to = PACTA_NONE;
    int plain = mark->kind == MARK_LABEL || mark->kind == MARK_HEADING || mark->kind >= MARK_FURNITURE;
    return plain ? "span" : "mark";
}

static const char *begin_mark(struct overlay *overlay, const struct overlay_span *mark, int again) {
    const struct setting *setting = overlay->context;
    struct writer *out = overlay->out;
    uint32_t to;
    const char *element = element_of(setting, mark, &to), *more = further_class(setting, mark);
    writer_byte(out, '<');
    writer_string(out, element);
    writer_string(out, " class=\"");
    writer_string(out, mark_class((enum mark_kind)mark->kind));
    writer_string(out, *more != '\0' ? " " : "");
    writer_string(out, more);
    writer_string(out, again ? " again\"" : "\"");
    if (mark->kind == MARK_LABEL && !again)
        anchor(setting, " id=\"", mark->record);
    if (to != PACTA_NONE)
        anchor(setting, " href=\"#", to);
    if (mark_letter((enum mark_kind)mark->kind) != '\0') {
        writer_string(out, " data-r=\"");
        writer_byte(out, mark_letter((enum mark_kind)mark->kind));
        writer_number(out, mark->record);
        writer_byte(out, '"');
    }
    writer_byte(out, '>');
    return element;
}

/* ---- Blocks ------------------------------------------------------------- */

/* What the passage is: the provisions that begin in it say so. */
struct block {
    pacta_span span;
    uint32_t first; /* provision that begins in it, or PACTA_NONE */
    int headed, stacked;
};

static void leave(struct setting *setting, uint32_t at) {
    const pacta_provision *provisions = setting->layout->provisions;
    while (setting->around != PACTA_NONE && provisions[setting->around].span.end <= at)
        setting->around = provisions[setting->around].parent;
}

static struct block block_of(struct setting *setting, pacta_span passage) {
    const struct layout *layout = setting->layout;
    struct block block = {passage, PACTA_NONE, 0, 0};
    leave(setting, passage.begin);
    while (setting->provision < layout->count &&
           layout->provisions[setting->provision].span.begin < passage.end) {
        uint32_t index = (uint32_t)setting->provision++;
        if (block.first == PACTA_NONE)
            block.first = index;
        block.headed |= layout->placings[index].headed;
        setting->around = index;
    }
    return block;
}

/* Takes a heading on a line of its own along with its label. */
static void join_heading(const struct setting *setting, struct block *block, struct passages *passages) {
    struct passages ahead = *passages;
    struct passage next;
    if (!block->headed || setting->around == PACTA_NONE || !passages_next(&ahead, &next))
        return;
    pacta_span heading = setting->layout->provisions[setting->around].heading;
    if (heading.begin != next.span.begin || heading.end < next.span.end)
        return;
    block->span.end = next.span.end;
    block->stacked = 1;
    *passages = ahead;
}

static void open_tag(struct setting *setting, const struct block *block, char *element) {
    const struct placing *placings = setting->layout->placings;
    uint32_t index = block->first != PACTA_NONE ? block->first : setting->around;
    unsigned indent = index != PACTA_NONE ? placings[index].indent : 0;
    unsigned level = index != PACTA_NONE ? placings[index].level : 0;
    memcpy(element, "p", sizeof "p");
    if (block->headed) {
        element[0] = 'h';
        element[1] = (char)('0' + (level + 2 < DEEPEST_HEADING ? level + 2 : DEEPEST_HEADING));
    }
    writer_byte(setting->out, '<');
    writer_string(setting->out, element);
    if (block->headed && block->stacked) {
        writer_string(setting->out, " class=\"stacked\"");
    } else if (setting->blocks == 0 && index == PACTA_NONE &&
               block->span.end - block->span.begin <= TITLE_BYTES) {
        writer_string(setting->out, " class=\"title\"");
    } else if (!block->headed && indent > 0) {
        writer_string(setting->out, block->first != PACTA_NONE ? " class=\"item i" : " class=\"i");
        writer_number(setting->out, indent < DEEPEST_INDENT ? indent : DEEPEST_INDENT);
        writer_byte(setting->out, '"');
    }
    writer_byte(setting->out, '>');
}

/* What no passage holds: blanks, and page furniture. */
static void write_gap(struct setting *setting, uint32_t end) {
    pacta_span gap = {setting->at, end};
    int furniture = has_words(setting->layout->text, gap);
    writer_string(setting->out, furniture ? "<p class=\"furniture\">" : "");
    markup_text(setting->out, setting->layout->text + gap.begin, gap.end - gap.begin);
    writer_string(setting->out, furniture ? "</p>" : "");
    setting->at = end;
}

static void write_block(struct setting *setting, const struct block *block) {
    char element[3] = "";
    write_gap(setting, block->span.begin);
    open_tag(setting, block, element);
    overlay_write(&setting->overlay, block->span);
    writer_string(setting->out, "</");
    writer_string(setting->out, element);
    writer_byte(setting->out, '>');
    setting->at = block->span.end;
    setting->blocks++;
}

void html_text(struct writer *out, const struct layout *layout, const struct mark_list *marks) {
    struct setting setting = {.out = out, .layout = layout, .around = PACTA_NONE};
    struct passages passages = passages_of(layout->document);
    struct passage passage;
    size_t size, count;
    setting.overlay = (struct overlay){.out = out, .text = pacta_document_text(layout->document, &size)};
    setting.overlay.spans = marks->list;
    setting.overlay.count = marks->count;
    setting.overlay.begin = begin_mark;
    setting.overlay.context = &setting;
    setting.references = pacta_references(layout->document, &count);
    setting.clauses = pacta_clauses(layout->document, &count);
    while (passages_next(&passages, &passage)) {
        struct block block = block_of(&setting, passage.span);
        join_heading(&setting, &block, &passages);
        write_block(&setting, &block);
    }
    write_gap(&setting, (uint32_t)size);
}
