#!/usr/bin/env python3
"""akn_test.py PROGRAM FILE...: what --akn writes is Akoma Ntoso 3.0: elements as
the standard lets them stand in each other, no eId twice, links that lead
somewhere, the text with nothing lost, and the structure that the JSON tells of."""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

from html_test_texts import HOSTILE, seen

SPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
HIERARCHY = "article book chapter clause division hcontainer indent paragraph part point proviso rule section subparagraph subsection title".split()
HIER, INLINE = "(" + "|".join(name + " " for name in HIERARCHY) + ")", "((ref|mref|rref|span) )*"
NAMES = "FRBRthis FRBRuri (FRBRdate )+(FRBRauthor )+"
# what each element may hold, as the schema's content models have it for those that are used
MODELS = {
    "akomaNtoso": "(act|doc) ",
    "act": "meta (preface )?(preamble )?body (conclusions )?(attachments )?",
    "doc": "meta (preface )?(preamble )?mainBody (conclusions )?(attachments )?",
    "meta": "identification (references )?",
    "identification": "FRBRWork FRBRExpression FRBRManifestation ",
    "FRBRWork": NAMES + "FRBRcountry ",
    "FRBRExpression": NAMES + "(FRBRlanguage )+",
    "FRBRManifestation": NAMES,
    "references": "(TLCOrganization )+",
    "preface": "(longTitle )+", "longTitle": "(p )*", "preamble": "(p )+", "conclusions": "(p )+",
    "body": HIER + "+", "mainBody": f"(p |{HIER})+",
    "attachments": "(attachment )+", "attachment": "((num|heading) )*doc ",
    "content": "(p )*", "intro": "(p )+", "wrapUp": "(p )+",
    **{name: "((num|heading) )*(content |(intro )?" + HIER + "*(wrapUp )?)" for name in HIERARCHY},
    **{name: INLINE for name in ["p", "num", "heading", "ref", "mref", "rref", "span"]},
    **{name: "" for name in ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRlanguage", "TLCOrganization"]},
}
NEEDS = {"act": ["name"], "doc": ["name"], "identification": ["source"], "references": ["source"], "FRBRthis": ["value"], "FRBRuri": ["value"],
         "FRBRdate": ["date", "name"], "FRBRauthor": ["href"], "FRBRcountry": ["value"], "FRBRlanguage": ["language"],
         "TLCOrganization": ["eId", "href", "showAs"], "ref": ["href"], "rref": ["from", "upTo"], "attachment": ["eId"],
         **{name: ["eId"] for name in HIERARCHY}, "hcontainer": ["eId", "name"]}
MAY = {"p": ["class"], "preface": ["eId"], "preamble": ["eId"], "conclusions": ["eId"], "content": ["eId"], "intro": ["eId"], "wrapUp": ["eId"],
       "mainBody": ["eId"]}
MIXED = ["p", "num", "heading", "ref", "mref", "rref", "span"]


def name(element):
    assert element.tag.startswith(SPACE), element.tag
    return element.tag[len(SPACE):]


def check_element(element):
    own, inside = name(element), "".join(name(child) + " " for child in element)
    assert re.fullmatch(MODELS[own], inside), (own, element.attrib, inside)
    for attribute in NEEDS.get(own, []):
        assert attribute in element.attrib, (own, attribute)
    assert set(element.attrib) <= set(NEEDS.get(own, []) + MAY.get(own, [])), (own, element.attrib)
    if own not in MIXED:
        assert not (element.text or "").strip(), (own, element.text)
        assert not any((child.tail or "").strip() for child in element), own
    for child in element:
        check_element(child)


def words(text):
    return re.sub(r"\s+", "", text)


def check(program, file, form):
    printed = subprocess.run([program, "--akn", "--form", form, file], stdout=subprocess.PIPE).stdout
    tree = xml.fromstring(printed)
    check_element(tree)
    ids = [element.get("eId") for element in tree.iter() if element.get("eId")]
    assert len(ids) == len(set(ids)), sorted(one for one in ids if ids.count(one) > 1)
    assert all(re.fullmatch(r"\S+", one) for one in ids)
    for element in tree.iter():
        for attribute in ["href", "from", "upTo", "source"]:
            link = element.get(attribute, "")
            assert not link.startswith("#") or link[1:] in ids, (element.attrib, link)
        if name(element) in ("ref", "rref"):
            assert not element.findall(f".//{SPACE}{name(element)}"), "a link in a link"
    text = Path(file).read_bytes().decode()
    for meta in tree.findall(f".//{SPACE}meta"):
        assert not words("".join(meta.itertext()))
    assert words("".join(tree.itertext())) == words(seen(text)), f"{file}: not its text"
    return tree, json.loads(subprocess.run([program, "--jsonl", "--form", form, file], stdout=subprocess.PIPE).stdout)


def check_structure(tree, records):
    """Each provision is an element, inside its parent's, with its label and heading."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    elements = {element.get("eId"): element for element in tree.iter() if element.get("eId")}
    provisions = records["provisions"]
    counts = Counter(provision["eid"] for provision in provisions)
    again = set() # numbered as another, or inside such a one
    for index, provision in enumerate(provisions):
        if counts[provision["eid"]] > 1 or provision["parent"] in again:
            again.add(index)
            continue
        element = elements[provision["eid"]]
        assert words(provision["label"]["text"]) in words("".join(element.find(SPACE + "num").itertext()))
        if provision["heading"]:
            assert words("".join(element.find(SPACE + "heading").itertext())) == words(provision["heading"]["text"])
        if provision["parent"] is not None:
            around = parents[element]
            while around.get("eId") is None or name(around) == "mainBody":
                around = parents[around]
            assert around.get("eId") == provisions[provision["parent"]]["eid"], provision["eid"]


def check_links(tree, records):
    """Each reference that leads somewhere is a link."""
    for reference in records["references"]:
        leads = [target for target in reference["targets"] if target.get("provision") is not None or (target.get("instrument") or reference["instrument"])
                 not in (None, "this")]
        if leads:
            text = words(reference["text"])
            assert any(words("".join(link.itertext())) == text for kind in ("ref", "mref", "rref") for link in tree.iter(SPACE + kind)), reference


program = sys.argv[1]
for file in sys.argv[2:]:
    for form in ["treaty", "press"]:
        tree, records = check(program, file, form)
        check_structure(tree, records)
        check_links(tree, records)
with tempfile.TemporaryDirectory() as folder:
    file = str(Path(folder) / "<text>.txt")
    texts = [HOSTILE, "", "\f\n", "Article 1\n\nEach Party shall act.\n" * 3,
             "ANNEX I\n\n1. One.\n\n2. Two.\n", "Treaty\n\nArticle 1\n\n1. One:\n\n(a) act;\n\n(b) wait.\n\nThe end.\n\nDone at Sil.\n\nANNEX I\nList\n\n"
             "Of ships.\n\n1. One, as in Article 1 (1) (a) and Articles 2 to 5 of the Vienna Convention on the Law of Treaties.\n\nANNEX II\nNone\n"]
    for text in texts:
        Path(file).write_bytes(text.encode())
        for form in ["treaty", "press", "other"]:
            tree, records = check(program, file, form)
    Path(file).write_text(texts[-1])
    tree, records = check(program, file, "treaty")
    act = tree.find(SPACE + "act")
    assert [name(part) for part in act] == ["meta", "preface", "body", "conclusions", "attachments"], [name(part) for part in act]
    assert [part.get("eId") for part in act.find(SPACE + "attachments")] == ["annex_1", "annex_2"]
    assert act.find(f".//{SPACE}ref[@href='#art_1__para_1__point_a']") is not None
    ends = act.find(f".//{SPACE}rref")
    assert ends.get("from").endswith("/vclt-1969/~art_2") and ends.get("upTo").endswith("/vclt-1969/~art_5"), ends.attrib
    done = subprocess.run([program, "--akn", file, file], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 2 and not done.stdout and b"one file" in done.stderr
