/* The tokeniser: cuts each passage of the working text into tokens and looks
 * every one up in the lexicon. */
#include "work.h"

static bool push(pacta_work *work, pacta_cut cut) {
    return pacta_steps_note(&work->token_steps, &work->memory, work->tokens.count, cut.end) &&
           pacta_array_push(&work->memory, &work->tokens, cut);
}

int pacta_cut_tokens(pacta_work *work) {
    const char *text = pacta_work_text(work);
    const pacta_lexicon *lexicon = &work->rules->lexicon;
    work->tokens.count = 0;
    pacta_steps_reset(&work->token_steps);
    pacta_steps_reset(&work->passage_steps);
    for (uint32_t p = 0; p < work->fold.passages.count; p++) {
        pacta_passage *passage = &work->fold.passages.items[p];
        passage->first_token = work->tokens.count;
        for (uint32_t at = passage->begin; at < passage->end;) {
            uint8_t spaced = 0;
            if (text[at] == ' ') {
                at++;
                spaced = TOKEN_SPACED;
            }
            pacta_scan scan = pacta_scan_token(text, passage->end, at);
            pacta_cut cut = {at, scan.end, 0, (uint8_t)scan.kind, scan.flags | spaced, 0};
            if (cut.kind != PACTA_TOKEN_NUMBER)
                cut.lexeme = pacta_lexicon_find(lexicon, text + at, scan.end - at);
            cut.triggers = lexicon->lexemes.items[cut.lexeme].triggers;
            if (work->tokens.count == passage->first_token)
                cut.flags |= TOKEN_FIRST;
            if (!push(work, cut))
                return pacta_out_of_memory(work);
            at = scan.end;
            int status = pacta_report(work, at);
            if (status != PACTA_OK)
                return status;
        }
        passage->end_token = work->tokens.count;
        pacta_cut stop = {passage->end, passage->end + 1, 0, PACTA_TOKEN_BREAK, TOKEN_SPACED, 0};
        if (!push(work, stop) ||
            !pacta_steps_note(&work->passage_steps, &work->memory, p, work->tokens.count))
            return pacta_out_of_memory(work);
    }
    return PACTA_OK;
}
