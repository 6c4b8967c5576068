/* Where norms and conditions begin. One pass over the words keeps count of the
 * clauses that are open, so that a modal which only serves one of those
 * (disputes which may arise; if it should fail) is told from a main one. */
#include "clauses/norms.h"
#include "phrases/phrases.h"
#include "phrases/words.h"

enum {
    LINK_REACH = 6,
    OPEN_LIMIT = 8,
    SUBJECT_REACH = 12,
    CLAUSE_TOKENS = 60,
    INSERTED_TOKENS = 40,
    ASIDE_REACH = 4,
    SUCH_REACH = 4
};

enum {
    MODAL_TRIGGERS = 1 << RULE_NORM | 1 << RULE_TOLD_NORM | 1 << RULE_INSTRUMENT_NORM,
    NORM_TRIGGERS = MODAL_TRIGGERS | 1 << RULE_CONDITION | 1 << RULE_SUBORDINATE,
    NORM_SIGNS = NORM_TRIGGERS | SIGN_VERB | SIGN_COMMA | SIGN_COLON
};

typedef struct scan {
    pacta_work *work;
    const pacta_stretch *stretch;
    uint32_t pending; /* clauses that still wait for their verb */
    uint32_t opener;  /* token that opened the last of them */
    bool inside;      /* such a clause is open */
    bool set_off;     /* and stands between commas, or opens the sentence */
    bool fresh;       /* and was opened by the word before */
    bool inserted;    /* words between commas stand right behind its opening */
    uint32_t link;    /* token of an "as" that may open one, or PACTA_NONE */
    uint32_t served;  /* token behind the last modal that only served a clause */
    uint32_t quotation, quotation_end;
    bool mute; /* in a quotation that is nobody's law */
} scan;

bool pacta_is_free_comma(const pacta_work *work, uint32_t token) {
    return pacta_reference_in(work, token, token + 1) == PACTA_NONE;
}

bool pacta_opens_noun(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_DETERMINER) || pacta_is(work, token, CLASS_DEMONSTRATIVE) ||
           pacta_is(work, token, CLASS_QUANTIFIER);
}

bool pacta_opens_subject(const pacta_work *work, uint32_t token) {
    if (pacta_is(work, token + 1, CLASS_OF) && pacta_is(work, token + 2, CLASS_RELATIVE))
        return false; /* each of which has */
    return pacta_opens_noun(work, token) || pacta_is(work, token, CLASS_PRONOUN) ||
           pacta_is(work, token, CLASS_SELF) || pacta_is(work, token, CLASS_NUMERAL) ||
           (pacta_cut_at(work, token)->flags & TOKEN_UPPER) != 0;
}

bool pacta_stands_between(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_ADVERB) || pacta_is(work, token, CLASS_AUXILIARY) ||
           pacta_is(work, token, CLASS_BE);
}

bool pacta_joins_clause(const pacta_work *work, uint32_t low, uint32_t joiner) {
    uint32_t waiting = 0;
    if (joiner <= low + 1 || joiner - low > CLAUSE_TOKENS || !pacta_is_comma(work, joiner - 1) ||
        !pacta_opens_subject(work, joiner + 1))
        return false;
    for (uint32_t i = low; i + 1 < joiner; i++)
        if (pacta_is(work, i, CLASS_RELATIVE) || pacta_is(work, i, CLASS_CLAUSE_OPENER))
            waiting++;
        else if (!pacta_is(work, i, CLASS_FINITE) || (pacta_cut_at(work, i)->flags & TOKEN_UPPER) != 0 ||
                 (i > low && (pacta_is(work, i - 1, CLASS_BARE) || pacta_stands_between(work, i - 1))))
            continue;
        else if (waiting == 0)
            return true;
        else
            waiting--;
    return false;
}

/* ---- Clauses that are open ------------------------------------------------------------------ */

static bool is_set_off(const scan *s, uint32_t token) {
    if (token == s->stretch->first)
        return true;
    const pacta_cut *before = pacta_cut_at(s->work, token - 1);
    return (before->kind == PACTA_TOKEN_SYMBOL && !pacta_is_char(s->work, token - 1, ')')) ||
           before->kind == PACTA_TOKEN_QUOTE || pacta_is(s->work, token - 1, CLASS_LIST_JOINER) ||
           (token > s->stretch->first + 1 && pacta_is(s->work, token - 1, CLASS_OF) &&
            pacta_is_comma(s->work, token - 2));
}

static void open_clause(scan *s, uint32_t token) {
    if (s->pending == 0)
        s->set_off = is_set_off(s, token);
    s->opener = token;
    if (s->pending < OPEN_LIMIT)
        s->pending++;
    s->inside = s->fresh = true;
    s->inserted = false;
}

static void close_clauses(scan *s) {
    s->pending = 0;
    s->inside = s->set_off = s->fresh = s->inserted = false;
    s->link = PACTA_NONE;
}

/* but, yet: joins what is no list */
static bool opens_sentence(const pacta_work *work, uint32_t token) {
    return pacta_is(work, token, CLASS_SENTENCE_JOINER) && !pacta_is(work, token, CLASS_LIST_JOINER);
}

/* if a treaty, accepted by both, enters: a participle stands between the comma and the
 * next one, behind which comes the verb that the clause waits for. */
static bool inserts_participle(const scan *s, uint32_t comma) {
    const pacta_work *work = s->work;
    const uint32_t first = comma + 1, end = s->stretch->end;
    if (s->pending == 0 || first >= end ||
        !(pacta_is(work, first, CLASS_PARTICIPLE) || pacta_ends_as(work, first, CLASS_PAST_ENDING) ||
          pacta_ends_as(work, first, CLASS_PRESENT_ENDING)))
        return false;
    for (uint32_t i = first + 1; i + 1 < end && i - comma <= INSERTED_TOKENS; i++)
        if (pacta_is_comma(work, i))
            return pacta_is(work, i + 1, CLASS_FINITE) &&
                   !pacta_has_sign(work, i + 1, 1u << RULE_SUBORDINATE) &&
                   !pacta_is(work, i + 1, CLASS_MODAL);
        else if (pacta_is(work, i, CLASS_FINITE))
            return false;
    return false;
}

/* A comma ends a clause that stands between commas, and any behind which a
 * main clause can begin. */
static void pass_comma(scan *s, uint32_t token) {
    s->link = PACTA_NONE;
    if (s->fresh || inserts_participle(s, token)) {
        s->fresh = false;
        s->inserted = true;
    } else if (s->inserted) {
        s->inserted = false;
    } else if (s->set_off || (token + 1 < s->stretch->end && (pacta_opens_subject(s->work, token + 1) ||
                                                              opens_sentence(s->work, token + 1)))) {
        close_clauses(s);
    }
}

/* governments that come across a lamp: a verb, and not: agree that use of lamps */
static bool follows_plural(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    return token > s->stretch->first + 2 && token + 1 < s->stretch->end &&
           pacta_work_text(work)[pacta_cut_at(work, token - 2)->end - 1] == 's' &&
           pacta_is(work, token + 1, CLASS_PREPOSITION) && !pacta_is(work, token + 1, CLASS_OF);
}

static void pass_verb(scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    bool bare = token > s->stretch->first && pacta_is(work, token - 1, CLASS_BARE);
    bool verb = pacta_is(work, token, CLASS_AUXILIARY) || pacta_is(work, token, CLASS_BE);
    if (!verb && token > s->stretch->first + 1 && pacta_is(work, token - 1, CLASS_RELATIVE) &&
        pacta_is(work, token - 2, CLASS_PREPOSITION)) /* to which requests may be sent */
        return;
    bool relative = bare && (verb || follows_plural(s, token)) && pacta_is(work, token - 1, CLASS_RELATIVE);
    if (bare && !relative) /* that use, but that have */
        return;
    s->link = PACTA_NONE;
    if (s->pending > 0)
        s->pending--;
}

/* Article 4, under which a state may: what is told, and no description. */
static bool tells_basis(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    uint32_t low = s->stretch->first;
    if (s->stretch->report == NULL || !pacta_is(work, token, CLASS_RELATIVE) || token <= low + 1)
        return false;
    return pacta_is(work, token - 1, CLASS_BASIS) || pacta_is(work, token - 1, CLASS_AGENT) ||
           (pacta_is(work, token - 1, CLASS_INFINITIVE) && pacta_is(work, token - 2, CLASS_BASIS));
}

/* Article 4, which provided that; what it says is that; has it that: what it provided. */
static bool tells_words(const scan *s, uint32_t token) {
    const pacta_telling *report = s->stretch->report;
    const pacta_work *work = s->work;
    if (report == NULL || token <= s->stretch->first + 2 || report->from > token - 1)
        return report != NULL && token > s->stretch->first && report->from <= token - 1 &&
               pacta_is(work, token - 1, CLASS_ASSERTING);
    return pacta_is(work, token - 1, CLASS_ASSERTING) || pacta_has_it(work, token - 1) ||
           (pacta_is(work, token - 1, CLASS_BE) && pacta_is(work, token - 2, CLASS_ASSERTING));
}

/* such dues only as the heirs shall: what the word before compares with is a clause. */
static bool compares(const scan *s, uint32_t link) {
    const uint32_t low = s->stretch->first + 1;
    for (uint32_t i = link; i-- > low && link - i <= SUCH_REACH;)
        if (pacta_is(s->work, i, CLASS_COMPARED))
            return link - i > 1 && !pacta_is(s->work, link + 1, CLASS_INFINITIVE);
        else if (pacta_cut_at(s->work, i)->kind != PACTA_TOKEN_WORD)
            return false;
    return false;
}

/* Lamps of the same kind as the oil | shall: the subject still, since no verb stands before. */
static bool likens(const scan *s, uint32_t link) {
    const pacta_work *work = s->work;
    uint32_t same = link;
    while (same > s->stretch->first && link - same < SUCH_REACH && !pacta_is(work, same, CLASS_LIKENED))
        same--;
    if (!pacta_is(work, same, CLASS_LIKENED) || !pacta_is(work, link + 1, CLASS_DETERMINER))
        return false;
    for (uint32_t i = same; i-- > s->stretch->first && same - i <= CLAUSE_TOKENS && !pacta_is_comma(work, i);)
        if (pacta_has_sign(work, i, SIGN_VERB | MODAL_TRIGGERS))
            return false;
    return true;
}

static void pass_subordinate(scan *s, uint32_t token) {
    const pacta_rule *rule = pacta_rule_at(s->work, RULE_SUBORDINATE, token);
    if (rule == NULL)
        return;
    if (tells_basis(s, token) || tells_words(s, token)) {
        close_clauses(s);
        return;
    }
    if (rule->mode == CLAUSE_LINK && compares(s, token))
        open_clause(s, token);
    else if (rule->mode == CLAUSE_LINK)
        s->link = likens(s, token) ? PACTA_NONE : token;
    else if (rule->mode == CLAUSE_CLOSED)
        s->inside = true;
    else if (rule->mode == CLAUSE_SPEECH && s->pending == 0 && s->work->norms.count > 0)
        close_clauses(s); /* decides that A may, if B, and that C shall */
    else if (rule->mode == CLAUSE_PLAIN || (rule->mode == CLAUSE_SPEECH && s->inside))
        open_clause(s, token);
}

/* ---- Quotations ------------------------------------------------------------------------------- */

static void enter_quotation(scan *s, uint32_t token) {
    uint32_t at = pacta_cut_at(s->work, token)->begin;
    if (at < s->quotation_end)
        return;
    if (s->quotation != PACTA_NONE && s->inside && /* the meaning "which fits" shall: what opened in it */
        pacta_cut_at(s->work, s->opener)->begin >=
            s->work->document->quotations.items[s->quotation].span.begin)
        close_clauses(s);
    s->quotation = pacta_quotation_around(s->work, at, &s->quotation_end);
    s->mute = s->quotation != PACTA_NONE &&
              s->work->document->quotations.items[s->quotation].kind != PACTA_QUOTATION_PROVISION;
    if (s->quotation != PACTA_NONE && !s->mute) /* on which "boats shall be sold" is printed */
        close_clauses(s);
}

/* ---- Norms ------------------------------------------------------------------------------------------ */

/* the care their state may require: nothing follows the verb */
static bool ends_behind_verb(const scan *s, uint32_t verb) {
    return !pacta_is(s->work, verb, CLASS_BE) &&
           (verb + 1 >= s->stretch->end || pacta_cut_at(s->work, verb + 1)->kind == PACTA_TOKEN_SYMBOL);
}

/* any measures it may have taken */
static bool is_bare_relative(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    if (work->norms.count == 0 || token < s->stretch->first + 3)
        return false;
    bool owned = pacta_is(work, token - 2, CLASS_POSSESSIVE) && ends_behind_verb(s, token + 1);
    uint32_t noun = token - (owned ? 3 : 2);
    return (owned || pacta_is(work, token - 1, CLASS_CARRIED_ON)) &&
           pacta_cut_at(work, noun)->kind == PACTA_TOKEN_WORD && !pacta_is(work, noun, CLASS_LIST_JOINER) &&
           !pacta_is(work, noun, CLASS_CLAUSE_OPENER) && !pacta_is(work, noun, CLASS_AUXILIARY) &&
           !(owned && pacta_is(work, noun, CLASS_PREPOSITION));
}

/* ", or may be,", ", or should first have seen,": commas on both sides, nothing but verbs
 * and adverbs between them. */
static bool is_aside(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    if (token < s->stretch->first + 2 || !pacta_is_comma(work, token - 2))
        return false;
    for (uint32_t i = token + 1; i < s->stretch->end && i - token <= ASIDE_REACH; i++)
        if (pacta_is_comma(work, i))
            return true;
        else if (pacta_opens_noun(work, i) || pacta_is(work, i, CLASS_PREPOSITION) ||
                 pacta_is(work, i, CLASS_INFINITIVE) || pacta_is(work, i, CLASS_POSSESSIVE))
            return false;
    return false;
}

/* than are or shall be */
static bool shares_verb(const scan *s, uint32_t token) {
    return token > s->stretch->first + 2 && pacta_is(s->work, token - 1, CLASS_LIST_JOINER) &&
           pacta_is(s->work, token - 2, CLASS_BE);
}

/* If it is just and it cannot itself help, the other shall: the clause that opens the
 * sentence goes on with a pronoun. */
static bool goes_on_with_pronoun(const scan *s, uint32_t token) {
    return s->inside && s->set_off && s->opener == s->stretch->first && token > s->stretch->first + 3 &&
           pacta_is(s->work, token - 1, CLASS_CARRIED_ON) && pacta_is(s->work, token - 2, CLASS_LIST_JOINER);
}

/* If the lamp breaks the keeper shall: between the opening of the sentence's one
 * clause and the modal stand two subjects, and no comma. */
static bool has_second_subject(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    const bool opens = s->opener == s->stretch->first || /* , and if that fails the keeper shall */
                       (work->norms.count > 0 && pacta_is(work, s->opener - 1, CLASS_LIST_JOINER));
    if (s->pending != 1 || !opens || !pacta_opens_noun(work, s->opener + 1))
        return false;
    for (uint32_t i = token - 1; i > s->opener + 3 && token - i <= SUBJECT_REACH; i--) {
        const uint32_t before = i - 1;
        const bool owned = pacta_is(work, before, CLASS_OF) && !pacta_is(work, token - 1, CLASS_PRONOUN);
        if (pacta_opens_noun(work, i) && !owned) /* the Chair of the Forum */
            return pacta_cut_at(work, before)->kind == PACTA_TOKEN_WORD && !pacta_opens_noun(work, before) &&
                   !pacta_is(work, before, CLASS_PREPOSITION) && !pacta_is(work, before, CLASS_LIST_JOINER) &&
                   !pacta_is(work, before, CLASS_CLAUSE_OPENER) && !pacta_is(work, before, CLASS_RELATIVE) &&
                   !pacta_is(work, before, CLASS_INFINITIVE) && !pacta_stands_between(work, before);
    }
    return false;
}

/* Ships that carry oil, and their crews, shall: what is joined between commas belongs to the
 * subject that the relative tells more of. */
static bool goes_on_behind_joined(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    if (s->pending != 1 || !pacta_is(work, s->opener, CLASS_RELATIVE) || token < s->opener + 6 ||
        !pacta_is_comma(work, token - 1) || pacta_is_comma(work, s->opener + 1) ||
        s->opener > s->stretch->first + LINK_REACH || pacta_is(work, s->opener - 1, CLASS_CUE_TEXT))
        return false;
    for (uint32_t i = token - 2; i > s->opener + 2 && token - i <= SUBJECT_REACH; i--)
        if (pacta_is_comma(work, i))
            return pacta_is(work, i + 1, CLASS_LIST_JOINER);
    return false;
}

static bool is_descriptive(scan *s, uint32_t token) {
    if (goes_on_behind_joined(s, token)) {
        close_clauses(s);
        return false;
    }
    if (is_bare_relative(s, token))
        return true;
    if (s->link != PACTA_NONE && token - s->link <= LINK_REACH)
        return true;
    bool joined = token > s->stretch->first && pacta_is(s->work, token - 1, CLASS_LIST_JOINER);
    if ((joined && s->served == token - 1) /* which will or may arise */ || shares_verb(s, token) ||
        goes_on_with_pronoun(s, token))
        return true;
    if (joined && s->inside && is_aside(s, token)) /* to which it has been, or may be, sent */
        return true;
    if (joined && s->pending > 0 && s->work->norms.count > 0) { /* goes on with the main clause */
        close_clauses(s);
        return false;
    }
    if (s->pending > 0 && (has_second_subject(s, token) ||
                           (s->work->norms.count == 0 && pacta_is_only_verb(s->work, s->stretch, token)))) {
        close_clauses(s);
        return false;
    }
    if (s->pending > 0) {
        s->pending--;
        return true;
    }
    return s->inside && s->set_off && joined;
}

/* It also commits: a pronoun that the report says stands for an instrument. */
static bool follows_pronoun(const scan *s, uint32_t token, pacta_norm *norm) {
    const pacta_telling *report = s->stretch->report;
    while (token > s->stretch->first && pacta_stands_between(s->work, token - 1))
        token--;
    uint32_t first = s->stretch->first + pacta_is(s->work, s->stretch->first, CLASS_SENTENCE_JOINER);
    if (token <= first || !pacta_is(s->work, token - 1, CLASS_CARRIED_ON))
        return false;
    if (token > first + 2 && pacta_is_char(s->work, token - 2, ',')) /* Known as the Lamp Pact, it bars */
        return (norm->name = pacta_name_until(s->work, token - 2)) != PACTA_NONE;
    const bool told = token > first + 1 && pacta_is_char(s->work, token - 2, ':'); /* It is short: it bars */
    return (report->goes_on || report->cites) && (token == first + 1 || told);
}

/* and forbids: what the norm before it has as its subject. */
static bool follows_verb(const scan *s, uint32_t token, pacta_norm *norm) {
    const pacta_work *work = s->work;
    if (work->norms.count == 0 || token == s->stretch->first)
        return false;
    const pacta_norm *before = &work->norms.items[work->norms.count - 1];
    if (!before->of_instrument || !pacta_joins_verb(work, before, token))
        return false;
    norm->reference = before->reference;
    norm->name = before->name;
    return true;
}

/* The modal may be an instrument's, though nothing says so before it. */
static bool may_be_told(const scan *s, uint32_t token) {
    const pacta_telling *report = s->stretch->report;
    return s->work->document->instruments.count > 0 && !pacta_is(s->work, token, CLASS_FORECAST) &&
           (report->cites || report->weak || s->stretch->told || pacta_is(s->work, token, CLASS_LEGAL_MODAL));
}

/* Article 4 was cited, and the cabinet will meet: of a clause beside the one that cites, what may
 * be mere news is no norm, unless that clause has told one. */
static bool goes_aside(const scan *s, uint32_t token) {
    const pacta_work *work = s->work;
    const uint32_t first = s->stretch->first;
    if (!pacta_is(work, token, CLASS_FORECAST) || work->norms.count > 0 || s->quotation != PACTA_NONE ||
        pacta_is(work, first, CLASS_BASIS) || pacta_is(work, first, CLASS_LOCATION))
        return false;
    for (uint32_t i = token; i-- > first + 2 && token - i <= SUBJECT_REACH;)
        if (pacta_is(work, i, CLASS_LIST_JOINER) || pacta_is(work, i, CLASS_SENTENCE_JOINER))
            return pacta_joins_clause(work, first, i);
        else if (pacta_reference_in(work, i, i + 1) != PACTA_NONE)
            return false;
    return false;
}

/* The rule whose words begin here and count here: a reporter's only where the
 * report holds. */
static const pacta_rule *norm_rule(scan *s, uint32_t token, pacta_norm *norm) {
    pacta_work *work = s->work;
    const pacta_telling *report = s->stretch->report;
    const pacta_rule *rule = NULL;
    bool quoted = s->quotation != PACTA_NONE;
    if (report == NULL && !quoted && pacta_triggers(work, token, RULE_INSTRUMENT_NORM) &&
        pacta_instrument_opens(work, s->stretch->first, token) &&
        (rule = pacta_rule_at(work, RULE_INSTRUMENT_NORM, token)) != NULL) {
        norm->of_instrument = true;
        return rule;
    }
    if (report != NULL && !quoted && (rule = pacta_rule_at(work, RULE_INSTRUMENT_NORM, token)) != NULL) {
        norm->of_instrument =
            pacta_verb_of_instrument(work, s->stretch->first, token, &norm->reference, &norm->name) ||
            follows_pronoun(s, token, norm) || follows_verb(s, token, norm);
        if (norm->of_instrument)
            return rule;
    }
    norm->reference = norm->name = PACTA_NONE;
    const bool aside = report != NULL && goes_aside(s, token);
    bool holds = report == NULL || quoted || (pacta_report_holds(report, token) && !aside);
    if ((quoted || report != NULL) &&
        (holds || (report != NULL && report->signing && !aside && !pacta_is(work, token, CLASS_SIGNING))) &&
        (rule = pacta_rule_at(work, RULE_TOLD_NORM, token)) != NULL)
        return rule;
    if (!holds && !may_be_told(s, token))
        return NULL;
    norm->untold = !holds;
    return pacta_rule_at(work, RULE_NORM, token);
}

/* Tokens from `token` on that begin before `offset`. */
static uint32_t token_behind(const scan *s, uint32_t token, uint32_t offset) {
    uint32_t end = token + 1;
    while (end < s->stretch->end && pacta_cut_at(s->work, end)->begin < offset)
        end++;
    return end;
}

/* shall, in its own right, [have the right to]: the verb that the norm before waits
 * for, behind words between commas, and no other norm. */
static bool is_awaited(const scan *s, const pacta_norm *norm) {
    const pacta_work *work = s->work;
    if (work->norms.count == 0 || norm->first == s->stretch->first)
        return false;
    const pacta_norm *before = &work->norms.items[work->norms.count - 1];
    if (before->modality != norm->modality || norm->first > before->end + INSERTED_TOKENS ||
        before->end + 1 >= norm->first || !pacta_is_comma(work, before->end) ||
        !pacta_is_comma(work, norm->first - 1))
        return false;
    uint32_t comma = before->end + 1;
    while (!pacta_is_comma(work, comma))
        comma++;
    return comma == norm->first - 1;
}

/* , and Article 4 bars: a clause of its own, whatever one is open before it. */
static bool has_own_clause(const scan *s, const pacta_norm *norm) {
    const pacta_work *work = s->work;
    uint32_t first;
    if (norm->reference != PACTA_NONE)
        first = pacta_reference_phrase(work, norm->reference).first;
    else if (norm->name != PACTA_NONE)
        first = work->names.items[norm->name].first;
    else
        return false;
    if (first > s->stretch->first + 2 && pacta_is(work, first - 1, CLASS_DETERMINER))
        first--;
    return norm->of_instrument && first > s->opener + 2 && pacta_is(work, first - 1, CLASS_LIST_JOINER) &&
           pacta_is_char(work, first - 2, ',');
}

/* Article 4 obliges them to pay when asked, and permits them: the instrument's next verb,
 * behind a clause that has its own; Resolution 12, passed when they met, bars. */
static bool goes_on_behind_limb(const scan *s, const pacta_norm *norm) {
    const pacta_work *work = s->work;
    if (!norm->of_instrument)
        return false;
    if (work->norms.count > 0)
        return s->pending == 0 && work->norms.items[work->norms.count - 1].of_instrument &&
               pacta_joins_verb(work, &work->norms.items[work->norms.count - 1], norm->first);
    const pacta_phrase subject = pacta_named_subject(work, norm);
    return subject.first <= s->stretch->first + 1 && s->opener >= subject.end &&
           pacta_is_comma(work, subject.end) && pacta_is_comma(work, norm->first - 1);
}

/* Reads a norm at the token; `*next` is moved behind it if there is one. */
static int pass_norm(scan *s, uint32_t token, uint32_t *next) {
    pacta_work *work = s->work;
    pacta_norm norm = {
        .first = token, .quotation = s->quotation, .reference = PACTA_NONE, .name = PACTA_NONE};
    const pacta_rule *rule = norm_rule(s, token, &norm);
    if (rule == NULL)
        return PACTA_OK;
    pacta_span whole = pacta_match_span(&work->matcher);
    if (!pacta_match_group(&work->matcher, rule, GROUP_CUE, &norm.cue))
        norm.cue = whole;
    pacta_match_group(&work->matcher, rule, GROUP_ACTOR, &norm.actor);
    if (norm.cue.end > pacta_cut_at(work, s->stretch->end - 1)->end)
        return PACTA_OK;
    norm.end = *next = token_behind(s, token, rule->mode == FORCE_REFUSE ? whole.end : norm.cue.end);
    bool serves = rule->kind == RULE_INSTRUMENT_NORM
                      ? s->inside && work->limbs.count > 0 && !has_own_clause(s, &norm) &&
                            !goes_on_behind_limb(s, &norm)
                      : is_descriptive(s, token);
    if (!serves && s->inside && work->limbs.count > 0 && pacta_is(work, token, CLASS_SIGNING) &&
        rule->kind == RULE_NORM) /* unless one objects or all agree not to */
        serves = true;
    if (serves)
        s->served = norm.end;
    if (rule->mode == FORCE_REFUSE || serves)
        return PACTA_OK;
    norm.effect = rule->mode == FORCE_EFFECT;
    norm.saving = rule->mode == FORCE_SAVING;
    norm.modality = norm.saving   ? PACTA_EXEMPTION
                    : norm.effect ? PACTA_CONSTITUTIVE
                                  : (uint8_t)(rule->mode + PACTA_OBLIGATION);
    if (is_awaited(s, &norm))
        return PACTA_OK;
    s->inside = s->set_off = false;
    s->link = PACTA_NONE;
    return pacta_array_push(&work->memory, &work->norms, norm) ? PACTA_OK : pacta_out_of_memory(work);
}

/* the Convention on the Care of Lamps [in Case of Fire]: words of a title. */
static bool is_in_name(const pacta_work *work, uint32_t token) {
    const uint32_t behind = pacta_first_name(work, token);
    return behind > 0 && work->names.items[behind - 1].end > token;
}

static int pass_limb(scan *s, uint32_t token, uint32_t *next) {
    pacta_work *work = s->work;
    const pacta_rule *rule = pacta_rule_at(work, RULE_CONDITION, token);
    if (rule == NULL || is_in_name(work, token))
        return PACTA_OK;
    pacta_limb limb = {.first = token,
                       .quotation = s->quotation,
                       .body = token_behind(s, token, pacta_match_span(&work->matcher).end),
                       .exception = rule->mode == LIMB_EXCEPTION};
    *next = limb.body;
    if (rule->mode == LIMB_REFUSE)
        return PACTA_OK;
    const pacta_rule *opener = pacta_rule_at(work, RULE_SUBORDINATE, limb.body - 1);
    if (opener != NULL && opener->mode == CLAUSE_LINK) { /* except as may be agreed */
        s->link = limb.body - 1;
    } else if (opener != NULL && opener->mode != CLAUSE_REFUSE) {
        open_clause(s, limb.body - 1);
        if (limb.body - 1 != token && s->pending == 1)
            s->set_off = is_set_off(s, token);
    }
    return pacta_array_push(&work->memory, &work->limbs, limb) ? PACTA_OK : pacta_out_of_memory(work);
}

/* Steps over the word or words at the token; `*next` is where to go on. */
static int pass_word(scan *s, uint32_t token, uint32_t *next) {
    *next = 0;
    int status = pass_limb(s, token, next);
    if (status == PACTA_OK && *next == 0 && pacta_has_sign(s->work, token, MODAL_TRIGGERS))
        status = pass_norm(s, token, next);
    if (status != PACTA_OK || *next != 0)
        return status;
    *next = token + 1;
    s->fresh = false;
    pass_subordinate(s, token);
    if (pacta_is(s->work, token, CLASS_FINITE))
        pass_verb(s, token);
    return PACTA_OK;
}

int pacta_read_norms(pacta_work *work, const pacta_stretch *stretch) {
    scan s = {.work = work, .stretch = stretch, .link = PACTA_NONE, .quotation = PACTA_NONE};
    work->norms.count = work->limbs.count = 0;
    for (uint32_t token = stretch->first, next; token < stretch->end; token = next) {
        if (!s.fresh) /* which the next word ends, whatever it is */
            token = pacta_next_with(work, token, stretch->end, NORM_SIGNS);
        if (token == stretch->end)
            break;
        next = token + 1;
        enter_quotation(&s, token);
        if (s.mute)
            continue;
        if (pacta_is_comma(work, token)) {
            pass_comma(&s, token);
            continue;
        }
        if (pacta_is_char(work, token, ':'))
            close_clauses(&s);
        if (!pacta_has_sign(work, token, NORM_TRIGGERS | SIGN_VERB)) {
            s.fresh = false;
            continue;
        }
        int status = pass_word(&s, token, &next);
        if (status != PACTA_OK)
            return status;
    }
    return PACTA_OK;
}
