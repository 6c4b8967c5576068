"""pacta for Python: treaty text and press text about treaties, as clause records.

    import pacta

    document = pacta.read(text)
    for clause in document.clauses:
        print(clause.modality, clause.eid, document[clause.span])

For more than one text compile the rules once: rules = pacta.Rules(), then
rules.read(text) as often as you like, in any number of threads, which do run
beside each other. Spans count code points, as Python's strings do. Records are
plain dataclasses that need nothing of the document once they are made.
"""
import ctypes
import threading
import weakref
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Optional, Tuple

import pacta_abi as abi
from pacta_abi import library

_utf8 = ctypes.pythonapi.PyUnicode_AsUTF8AndSize  # the string's own UTF-8, which lives as long as it does
_utf8.restype = ctypes.c_void_p
_utf8.argtypes = [ctypes.py_object, ctypes.POINTER(ctypes.c_ssize_t)]

_FORMS = {None: 0, "treaty": 1, "press": 2, "other": 3}


def version() -> str:
    """Version of the library in use."""
    return library.pacta_version().decode()


class Error(Exception):
    """What the library refused. `status` is its number; `offset` counts bytes,
    `line` and `column` from 1; they are 0 where they make no sense."""

    def __init__(self, error):
        self.status, self.offset, self.line, self.column = error.status, error.offset, error.line, error.column
        self.source, self.rule = error.source.decode("utf-8", "replace"), error.rule.decode("utf-8", "replace")
        super().__init__(error.message.decode("utf-8", "replace") or library.pacta_status_text(error.status).decode())


# ---- Records: pacta.h says what each field means -----------------------------


class Span(NamedTuple):
    begin: int
    end: int


@dataclass(frozen=True)
class Token:
    span: Span
    kind: str


@dataclass(frozen=True)
class Sentence:
    span: Span
    paragraph: int


@dataclass(frozen=True)
class Mention:
    span: Span
    how: str


@dataclass(frozen=True)
class Instrument:
    id: str
    title: Optional[str]
    iri: Optional[str]
    aliases: Tuple[str, ...]
    mentions: Tuple[Mention, ...]


@dataclass(frozen=True)
class Target:
    span: Span
    eid: str
    unit: str
    through: Optional[str]
    instrument: Optional[str]
    provision: Optional[int]


@dataclass(frozen=True)
class Reference:
    span: Span
    targets: Tuple[Target, ...]
    instrument: Optional[str]
    resolution: str
    rule: str


@dataclass(frozen=True)
class Provision:
    span: Span
    label: Optional[Span]
    heading: Optional[Span]
    eid: str
    unit: str
    parent: Optional[int]


@dataclass(frozen=True)
class Source:
    span: Span
    kind: str
    stands_for: Optional[str]
    reference: Optional[int]


@dataclass(frozen=True)
class Quotation:
    span: Span
    inner: Span
    kind: str
    depth: int
    parent: Optional[int]
    continues: Optional[int]
    source: Optional[Source]
    carrier: Optional[Source]
    cue: Optional[Span]
    reference: Optional[int]


@dataclass(frozen=True)
class Clause:
    span: Span
    origin: str
    modality: Optional[str]
    topic: Optional[str]
    instrument: Optional[str]
    eid: Optional[str]
    provision: Optional[int]
    quotation: Optional[int]
    cue: Optional[Span]
    actor: Optional[Span]
    conditions: Tuple[Span, ...]
    exceptions: Tuple[Span, ...]
    references: Tuple[int, ...]
    source: Optional[Source]


@dataclass(frozen=True)
class Diagnostic:
    span: Span
    code: str
    message: str


@dataclass(frozen=True)
class Difference:
    kind: str
    press: Span
    treaty: Span
    part: int


@dataclass(frozen=True)
class Part:
    press: Span
    treaty: Span
    document: int  # index of the treaty in the corpus
    provision: Optional[int]
    eid: Optional[str]


@dataclass(frozen=True)
class Check:
    span: Span
    quotation: Optional[int]
    clause: Optional[int]
    reference: Optional[int]
    verdict: str
    score: int
    claim: str
    claimed: Optional[str]
    parts: Tuple[Part, ...]
    differences: Tuple[Difference, ...]


# ---- From C's to Python's ----------------------------------------------------


def _text(string):
    return None if string is None else string.decode()


def _index(number):
    return None if number == abi.NONE else number


@lru_cache(maxsize=None)
def _name(enumeration, value):
    return getattr(library, f"pacta_{enumeration}_name")(value).decode()


class _Handle:
    """A C object that is freed when nobody holds its handle any more. `keeps`
    are what it must not outlive."""

    def __init__(self, pointer, free, *keeps):
        self._as_parameter_ = pointer
        self.keeps = keeps
        weakref.finalize(self, free, pointer)


def _make(function, free, *arguments, keeps=()):
    pointer, error = ctypes.c_void_p(), abi.Error()
    more = [ctypes.byref(error)] if len(function.argtypes) > len(arguments) + 1 else []
    error.status = function(*arguments, ctypes.byref(pointer), *more)
    if error.status < 0:
        raise Error(error)
    return _Handle(pointer, free, *keeps)


def _array(function, handle):
    count = ctypes.c_size_t()
    records = function(handle, ctypes.byref(count))
    return [records[i] for i in range(count.value)]


class Rules:
    """Rules and instruments, compiled once. `packs` and `tables` are paths of rule
    packs and tables of instruments to use as well."""

    def __init__(self, packs=(), tables=(), builtin=True):
        options = abi.RulesetOptions(struct_size=ctypes.sizeof(abi.RulesetOptions), flags=0 if builtin else 1)
        options.rules, options.rule_count = self._inputs(packs)
        options.instruments, options.instrument_count = self._inputs(tables)
        self._handle = _make(library.pacta_ruleset_new, library.pacta_ruleset_free, options)
        self._thread = threading.local()

    @staticmethod
    def _inputs(paths):
        inputs = [abi.Input(name=str(path).encode()) for path in paths]
        return (abi.Input * len(inputs))(*inputs), len(inputs)

    def _extractor(self):
        """The working memory of this thread."""
        if not hasattr(self._thread, "extractor"):
            self._thread.extractor = _make(library.pacta_extractor_new, library.pacta_extractor_free, self._handle, None,
                                           keeps=[self._handle])
        return self._thread.extractor

    def read(self, text: str, name: Optional[str] = None, form: Optional[str] = None,
             instrument: Optional[str] = None) -> "Document":
        """The records of `text`. `form` (treaty, press or other) and `instrument` are found out
        where they are not given."""
        return Document(self._extractor(), text, name, form, instrument)


def read(text: str, **options) -> "Document":
    """The records of `text` by the built-in rules, which are compiled on first use."""
    return _builtin_rules().read(text, **options)


_lock = threading.Lock()
_builtin = None


def _builtin_rules():
    global _builtin
    with _lock:
        _builtin = _builtin or Rules()
        return _builtin


class Document:
    """The records of one text. document[span] is what stands there."""

    def __init__(self, extractor, text, name, form, instrument):
        self.text = text
        size, error = ctypes.c_ssize_t(), abi.Error()
        data = _utf8(text, ctypes.byref(size))  # self.text keeps it
        options = abi.TextOptions(struct_size=ctypes.sizeof(abi.TextOptions), form=_FORMS[form])
        options.name = None if name is None else name.encode()
        options.instrument = None if instrument is None else instrument.encode()
        self._handle = _make(library.pacta_document_new, library.pacta_document_free, None)
        error.status = library.pacta_extract(extractor, data, size.value, options, self._handle, error)
        if error.status < 0:
            raise Error(error)
        about = library.pacta_document_about(self._handle)
        self.complete = error.status == 0  # else the diagnostics say where a limit was reached
        self.name, self.language, self.instrument = _text(about.name), _text(about.language), _text(about.instrument)
        self.form = _name("form", about.form)
        self._same = text.isascii()  # then bytes are code points

    def __getitem__(self, span: Optional[Span]) -> str:
        return "" if span is None else self.text[span.begin:span.end]

    def _offset(self, offset):
        return offset if self._same else library.pacta_document_position(self._handle, offset).codepoint

    def _span(self, span):
        return Span(self._offset(span.begin), self._offset(span.end))

    def _maybe(self, span):
        return self._span(span) if span.end > span.begin else None

    def _spans(self, spans, count):
        return tuple(self._span(spans[i]) for i in range(count))

    def _source(self, source):
        if source.kind == 0:
            return None
        return Source(self._span(source.span), _name("source_kind", source.kind), _text(source.stands_for),
                      _index(source.reference))

    def line(self, span: Span) -> int:
        """The line in which `span` begins, from 1."""
        return self.text.count("\n", 0, span.begin) + 1

    @property
    def tokens(self):
        return [Token(self._span(t.span), _name("token_kind", t.kind)) for t in _array(library.pacta_tokens, self._handle)]

    @property
    def sentences(self):
        return [Sentence(self._span(s.span), s.paragraph) for s in _array(library.pacta_sentences, self._handle)]

    @property
    def instruments(self):
        mentions = [Mention(self._span(m.span), _name("resolution", m.how))
                    for m in _array(library.pacta_mentions, self._handle)]
        return [Instrument(_text(i.id), _text(i.title), _text(i.iri),
                           tuple(_text(i.aliases[n]) for n in range(i.alias_count)),
                           tuple(mentions[i.first_mention:i.first_mention + i.mention_count]))
                for i in _array(library.pacta_instruments, self._handle)]

    def _target(self, target):
        return Target(self._span(target.span), _text(target.eid), _text(target.unit), _text(target.through),
                      _text(target.instrument), _index(target.provision))

    @property
    def references(self):
        return [Reference(self._span(r.span), tuple(self._target(r.targets[i]) for i in range(r.target_count)),
                          _text(r.instrument), _name("resolution", r.resolution), _text(r.rule))
                for r in _array(library.pacta_references, self._handle)]

    @property
    def provisions(self):
        return [Provision(self._span(p.span), self._maybe(p.label), self._maybe(p.heading), _text(p.eid),
                          _text(p.unit), _index(p.parent))
                for p in _array(library.pacta_provisions, self._handle)]

    @property
    def quotations(self):
        return [Quotation(self._span(q.span), self._span(q.inner), _name("quotation_kind", q.kind), q.depth,
                          _index(q.parent), _index(q.continues), self._source(q.source), self._source(q.carrier),
                          self._maybe(q.cue), _index(q.reference))
                for q in _array(library.pacta_quotations, self._handle)]

    @property
    def clauses(self):
        return [Clause(self._span(c.span), _name("origin", c.origin), _name("modality", c.modality) if c.modality else None,
                       _text(c.topic), _text(c.instrument), _text(c.eid), _index(c.provision), _index(c.quotation),
                       self._maybe(c.cue), self._maybe(c.actor), self._spans(c.conditions, c.condition_count),
                       self._spans(c.exceptions, c.exception_count), tuple(c.references[:c.reference_count]),
                       self._source(c.source))
                for c in _array(library.pacta_clauses, self._handle)]

    @property
    def diagnostics(self):
        return [Diagnostic(self._span(d.span), _name("diagnostic", d.code), _text(d.message))
                for d in _array(library.pacta_diagnostics, self._handle)]


class Corpus:
    """Treaties, to hold press texts against. Any number of threads may verify."""

    def __init__(self, rules: Rules, treaties):
        self.treaties = list(treaties)
        self._handle = _make(library.pacta_corpus_new, library.pacta_corpus_free, rules._handle, None, keeps=[rules._handle])
        for treaty in self.treaties:
            self._good(library.pacta_corpus_add, treaty._handle)
        self._good(library.pacta_corpus_seal)

    def _good(self, function, *arguments):
        error = abi.Error()
        error.status = function(self._handle, *arguments, error)
        if error.status < 0:
            raise Error(error)

    def verify(self, press: Document):
        """What is quoted in `press`, and told of provisions, as checks. Spans called `treaty` count
        in the text of the treaty of their part."""
        verification = _make(library.pacta_verification_new, library.pacta_verification_free, None)
        self._good(library.pacta_verify, press._handle, None, verification)
        return [self._check(press, check) for check in _array(library.pacta_checks, verification)]

    def _check(self, press, check):
        parts = [Part(press._span(part.press), self.treaties[part.treaty_index]._span(part.treaty), part.treaty_index,
                      _index(part.provision), _text(part.eid))
                 for part in check.parts[:check.part_count]]
        differences = [Difference(_name("difference", one.kind), press._span(one.press),
                                  self.treaties[parts[one.part].document]._span(one.treaty), one.part)
                       for one in check.differences[:check.difference_count]]
        return Check(press._span(check.span), _index(check.quotation), _index(check.clause), _index(check.reference),
                     _name("verdict", check.verdict), check.score, _name("claim", check.claim), _text(check.claimed),
                     tuple(parts), tuple(differences))
