"""The shared library's structs and functions, as pacta.h and verify.h declare
them (soname libpacta.so.0). tests/cli/python_test.py holds them against the
headers."""
import ctypes
import ctypes.util
import os
from ctypes import POINTER, c_char, c_char_p, c_int, c_size_t, c_uint, c_uint32, c_uint64, c_void_p

NONE = 0xFFFFFFFF  # PACTA_NONE


class Error(ctypes.Structure):
    _fields_ = [("status", c_int), ("offset", c_uint64), ("line", c_uint32), ("column", c_uint32),
                ("source", c_char * 128), ("rule", c_char * 64), ("message", c_char * 256)]


class Input(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("data", c_char_p), ("size", c_size_t)]


class RulesetOptions(ctypes.Structure):
    _fields_ = [("struct_size", c_size_t), ("allocator", c_void_p), ("flags", c_uint), ("rules", POINTER(Input)),
                ("rule_count", c_size_t), ("instruments", POINTER(Input)), ("instrument_count", c_size_t)]


class TextOptions(ctypes.Structure):
    _fields_ = [("struct_size", c_size_t), ("name", c_char_p), ("form", c_int), ("instrument", c_char_p),
                ("keep_text", c_int)]


class Span(ctypes.Structure):
    _fields_ = [("begin", c_uint32), ("end", c_uint32)]


class Token(ctypes.Structure):
    _fields_ = [("span", Span), ("kind", c_int)]


class Sentence(ctypes.Structure):
    _fields_ = [("span", Span), ("paragraph", c_uint32)]


class Instrument(ctypes.Structure):
    _fields_ = [("id", c_char_p), ("title", c_char_p), ("iri", c_char_p), ("aliases", POINTER(c_char_p)),
                ("alias_count", c_uint32), ("first_mention", c_uint32), ("mention_count", c_uint32)]


class Mention(ctypes.Structure):
    _fields_ = [("span", Span), ("instrument", c_uint32), ("how", c_int)]


class Target(ctypes.Structure):
    _fields_ = [("span", Span), ("eid", c_char_p), ("unit", c_char_p), ("through", c_char_p),
                ("instrument", c_char_p), ("provision", c_uint32)]


class Reference(ctypes.Structure):
    _fields_ = [("span", Span), ("targets", POINTER(Target)), ("target_count", c_uint32),
                ("instrument_index", c_uint32), ("instrument", c_char_p), ("resolution", c_int), ("rule", c_char_p)]


class Provision(ctypes.Structure):
    _fields_ = [("span", Span), ("label", Span), ("heading", Span), ("eid", c_char_p), ("unit", c_char_p),
                ("parent", c_uint32)]


class Source(ctypes.Structure):
    _fields_ = [("span", Span), ("kind", c_int), ("stands_for", c_char_p), ("reference", c_uint32)]


class Quotation(ctypes.Structure):
    _fields_ = [("span", Span), ("inner", Span), ("kind", c_int), ("depth", c_uint32), ("parent", c_uint32),
                ("continues", c_uint32), ("source", Source), ("carrier", Source), ("cue", Span),
                ("reference", c_uint32)]


class Clause(ctypes.Structure):
    _fields_ = [("span", Span), ("origin", c_int), ("modality", c_int), ("topic", c_char_p),
                ("instrument", c_char_p), ("eid", c_char_p), ("provision", c_uint32), ("quotation", c_uint32),
                ("cue", Span), ("actor", Span), ("conditions", POINTER(Span)), ("exceptions", POINTER(Span)),
                ("references", POINTER(c_uint32)), ("condition_count", c_uint32), ("exception_count", c_uint32),
                ("reference_count", c_uint32), ("source", Source)]


class Diagnostic(ctypes.Structure):
    _fields_ = [("span", Span), ("code", c_int), ("message", c_char_p)]


class DocumentInfo(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("language", c_char_p), ("instrument", c_char_p), ("form", c_int),
                ("bytes", c_uint32)]


class Position(ctypes.Structure):
    _fields_ = [("line", c_uint32), ("column", c_uint32), ("codepoint", c_uint32), ("utf16", c_uint32)]


class Treaty(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("instrument", c_char_p), ("text", c_void_p), ("bytes", c_uint32)]


class Difference(ctypes.Structure):
    _fields_ = [("kind", c_int), ("press", Span), ("treaty", Span), ("part", c_uint32)]


class Part(ctypes.Structure):
    _fields_ = [("press", Span), ("treaty", Span), ("treaty_index", c_uint32), ("provision", c_uint32),
                ("eid", c_char_p)]


class Check(ctypes.Structure):
    _fields_ = [("span", Span), ("quotation", c_uint32), ("clause", c_uint32), ("reference", c_uint32),
                ("verdict", c_int), ("score", c_uint32), ("kinds", c_uint32), ("claim", c_int),
                ("claimed", c_char_p), ("parts", POINTER(Part)), ("differences", POINTER(Difference)),
                ("part_count", c_uint32), ("difference_count", c_uint32)]


def _load():
    name = os.environ.get("PACTA_LIBRARY") or ctypes.util.find_library("pacta") or "libpacta.so.0"
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise ImportError(f"no shared library of pacta ({error}): build it with -DBUILD_SHARED_LIBS=ON and install "
                          "it, or name it in the environment as PACTA_LIBRARY") from error


def _declare(library):
    made = POINTER(c_void_p)
    declared = {
        "pacta_status_text": (c_char_p, c_int),
        "pacta_version": (c_char_p,),
        "pacta_ruleset_new": (c_int, POINTER(RulesetOptions), made, POINTER(Error)),
        "pacta_ruleset_free": (None, c_void_p),
        "pacta_extractor_new": (c_int, c_void_p, c_void_p, made, POINTER(Error)),
        "pacta_extractor_free": (None, c_void_p),
        "pacta_document_new": (c_int, c_void_p, made),
        "pacta_document_free": (None, c_void_p),
        "pacta_extract": (c_int, c_void_p, c_void_p, c_size_t, POINTER(TextOptions), c_void_p, POINTER(Error)),
        "pacta_document_about": (DocumentInfo, c_void_p),
        "pacta_document_position": (Position, c_void_p, c_uint32),
        "pacta_corpus_new": (c_int, c_void_p, c_void_p, made, POINTER(Error)),
        "pacta_corpus_free": (None, c_void_p),
        "pacta_corpus_add": (c_int, c_void_p, c_void_p, POINTER(Error)),
        "pacta_corpus_seal": (c_int, c_void_p, POINTER(Error)),
        "pacta_corpus_treaty": (c_int, c_void_p, c_size_t, POINTER(Treaty)),
        "pacta_verification_new": (c_int, c_void_p, made),
        "pacta_verification_free": (None, c_void_p),
        "pacta_verify": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, POINTER(Error)),
    }
    for array, record in [("tokens", Token), ("sentences", Sentence), ("instruments", Instrument),
                          ("mentions", Mention), ("references", Reference), ("quotations", Quotation),
                          ("provisions", Provision), ("clauses", Clause), ("diagnostics", Diagnostic),
                          ("checks", Check)]:
        declared["pacta_" + array] = (POINTER(record), c_void_p, POINTER(c_size_t))
    for name in ["form", "token_kind", "resolution", "quotation_kind", "source_kind", "origin", "modality",
                 "diagnostic", "verdict", "difference", "claim"]:
        declared[f"pacta_{name}_name"] = (c_char_p, c_int)
    for name, (result, *arguments) in declared.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


library = _declare(_load())
