#include "verify/matcher.h"

/* What makes a find of words, in weight (pacta_vocabulary_weight) and in
 * thousandths of the query's weight: less is needed where a claim points. */
enum {
    EVIDENCE_CLAIMED = 4,
    EVIDENCE_NEAR = 8, /* in another provision than the one named */
    EVIDENCE_UNCLAIMED = 16,
    WORDS_ENOUGH = 8, /* that all stand there, whatever they weigh */
    SCORE_ALTERED = 650,
    SCORE_CLAIMED = 500,
    SCORE_SPLICED = 800,
    SCORE_TOLD = 900, /* of words told without quotation marks, to be called a quotation */
    PARAPHRASE_CLAIMED = 450,
    PARAPHRASE_STEMS_CLAIMED = 2,
    PARAPHRASE_TREATY = 600, /* the treaty is named, the provision is not, or another one */
    PARAPHRASE_STEMS_TREATY = 4,
    PARAPHRASE_UNCLAIMED = 750,
    PARAPHRASE_STEMS = 6
};

void pacta_text_matcher_free(pacta_text_matcher *m) {
    const pacta_allocator *memory = &m->memory;
    pacta_vocabulary_free(&m->vocabulary);
    pacta_query_free(&m->query, memory);
    pacta_array_release(memory, &m->claimed.stretches);
    pacta_blocks_free(&m->blocks, memory);
    pacta_runs_free(&m->runs, memory);
    pacta_alignment_free(&m->alignment, memory);
    pacta_findings_free(&m->findings, memory);
    pacta_paraphrase_free(&m->paraphrase, memory);
}

static pacta_verdict judge_words(const pacta_findings *findings) {
    if (findings->spliced)
        return PACTA_SPLICED;
    if ((findings->kinds & KINDS_ALTERED) != 0)
        return PACTA_ALTERED;
    return findings->kinds != 0 ? PACTA_VERBATIM_BUT : PACTA_VERBATIM;
}

/* True if what was found is no accident. */
static bool is_evidence(const pacta_text_matcher *m, pacta_verdict verdict) {
    const pacta_findings *findings = &m->findings;
    bool whole = verdict == PACTA_VERBATIM || verdict == PACTA_VERBATIM_BUT;
    uint32_t needed = EVIDENCE_UNCLAIMED, score = SCORE_ALTERED;
    bool there = pacta_claim_judge(&m->claimed, m->corpus, findings->parts.items, findings->parts.count) ==
                 PACTA_CLAIM_RIGHT;
    if (there && m->claimed.known)
        needed = EVIDENCE_CLAIMED, score = SCORE_CLAIMED;
    else if (m->claimed.known && whole)
        needed = EVIDENCE_NEAR;
    if (findings->parts.count == 0)
        return false;
    if (whole)
        return findings->matched >= needed || m->query.words.count >= WORDS_ENOUGH;
    return findings->matched >= needed && findings->score >= score;
}

static bool find_blocks(pacta_text_matcher *m, bool words) {
    const pacta_scope scope = {m->claimed.stretches.items, m->claimed.stretches.count, false};
    return pacta_blocks_find(&m->blocks, &m->memory, m->corpus, &m->query, &scope, words);
}

static bool pick_runs(pacta_text_matcher *m, bool splices) {
    const pacta_scope scope = {m->claimed.stretches.items, m->claimed.stretches.count, false};
    return pacta_runs_pick(&m->runs, &m->memory, m->corpus, &m->query, &m->blocks, &scope, splices);
}

static bool align(pacta_text_matcher *m) {
    const pacta_sides sides = {&m->memory, m->corpus, &m->vocabulary, &m->query};
    return pacta_align(&m->alignment, &sides, &m->runs) &&
           pacta_findings_read(&m->findings, &sides, &m->alignment, m->text);
}

/* A splice is made of pieces with hardly anything between them; else one piece
 * is what was quoted, and the others are there by accident. */
static bool find_words(pacta_text_matcher *m) {
    if (!find_blocks(m, false) || !pick_runs(m, true))
        return false;
    if (m->runs.weight * 2 < m->query.total && (!find_blocks(m, true) || !pick_runs(m, true)))
        return false;
    if (!align(m))
        return false;
    if (m->runs.count < 2 || m->findings.score >= SCORE_SPLICED)
        return true;
    return pick_runs(m, false) && align(m);
}

/* Makes the best window the one part. */
static bool take_window(pacta_text_matcher *m) {
    const pacta_paraphrase *window = &m->paraphrase;
    const pacta_query *query = &m->query;
    pacta_span press = {query->words.items[0].begin, query->words.items[query->words.count - 1].end};
    m->verdict = PACTA_PARAPHRASE;
    m->findings.score = window->score;
    return pacta_findings_add_part(&m->findings, &m->memory, m->corpus, press, window->first, window->end);
}

/* A paraphrase, if that much of the query's stems, and so many of them, stand
 * together in the stretches (or anywhere, if there are none). */
static bool try_stems(pacta_text_matcher *m, const pacta_stretch *stretches, uint32_t count, uint32_t score,
                      uint32_t stems) {
    if (!pacta_paraphrase_find(&m->paraphrase, &m->memory, m->corpus, &m->vocabulary, &m->query, stretches,
                               count))
        return false;
    return m->paraphrase.score < score || m->paraphrase.found < stems || take_window(m);
}

static bool find_stems(pacta_text_matcher *m) {
    pacta_findings *findings = &m->findings;
    findings->parts.count = findings->differences.count = 0;
    findings->kinds = findings->score = 0;
    m->verdict = PACTA_NOT_FOUND;
    const pacta_claimed *claimed = &m->claimed;
    if (claimed->stretches.count > 0 && !try_stems(m, claimed->stretches.items, claimed->stretches.count,
                                                   PARAPHRASE_CLAIMED, PARAPHRASE_STEMS_CLAIMED))
        return false;
    if (m->verdict == PACTA_NOT_FOUND && claimed->treaty != PACTA_NONE) {
        const pacta_kept_treaty *treaty = &m->corpus->treaties.items[claimed->treaty];
        const pacta_stretch whole = {treaty->first, treaty->end};
        if (!try_stems(m, &whole, 1, PARAPHRASE_TREATY, PARAPHRASE_STEMS_TREATY))
            return false;
    }
    return m->verdict != PACTA_NOT_FOUND || try_stems(m, NULL, 0, PARAPHRASE_UNCLAIMED, PARAPHRASE_STEMS);
}

bool pacta_match_query(pacta_text_matcher *m, bool quoted) {
    if (!find_words(m))
        return false;
    m->verdict = judge_words(&m->findings);
    bool found = is_evidence(m, m->verdict);
    if (!quoted) /* nobody said that these are the treaty's words */
        found = found && m->verdict <= PACTA_VERBATIM_BUT && m->findings.score >= SCORE_TOLD;
    return found || find_stems(m);
}
