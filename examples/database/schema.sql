-- Records in tables, for SQLite and PostgreSQL alike.
--
-- `number` is a record's place in its array of the JSON, from 0; together with
-- its document it is its key. `begins` and `ends` count what the document's
-- `offsets` says, half-open, in the text as it was read; `words` are what stands
-- there.

CREATE TABLE document (
    id         integer PRIMARY KEY,
    name       text UNIQUE,       -- id given with the text, or the file's name
    pacta      text NOT NULL,     -- version that found the records
    offsets    text NOT NULL,     -- byte, codepoint or utf16
    bytes      integer NOT NULL,
    language   text,
    form       text NOT NULL,     -- treaty, press or other
    instrument text               -- id of what it is, or is about
);

CREATE TABLE instrument (
    document integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number   integer NOT NULL,
    id       text NOT NULL,
    title    text,
    iri      text,
    PRIMARY KEY (document, number),
    UNIQUE (document, id)
);

-- Short names that the text itself gives an instrument.
CREATE TABLE alias (
    document   integer NOT NULL,
    instrument integer NOT NULL,
    name       text NOT NULL,
    FOREIGN KEY (document, instrument) REFERENCES instrument ON DELETE CASCADE
);

CREATE TABLE mention (
    document   integer NOT NULL,
    instrument integer NOT NULL,
    begins     integer NOT NULL,
    ends       integer NOT NULL,
    words      text,
    how        text NOT NULL,
    FOREIGN KEY (document, instrument) REFERENCES instrument ON DELETE CASCADE
);

CREATE TABLE provision (
    document integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number   integer NOT NULL,
    begins   integer NOT NULL,
    ends     integer NOT NULL,
    words    text,
    eid      text NOT NULL,       -- Akoma Ntoso element id
    unit     text NOT NULL,
    parent   integer,
    label    text,
    heading  text,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, parent) REFERENCES provision ON DELETE CASCADE
);

CREATE TABLE reference (
    document   integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number     integer NOT NULL,
    begins     integer NOT NULL,
    ends       integer NOT NULL,
    words      text,
    instrument text,              -- id; NULL where it cannot be known
    resolution text NOT NULL,
    rule       text,
    PRIMARY KEY (document, number)
);

-- One provision that a reference names. `instrument` is filled in from the
-- reference where it does not differ.
CREATE TABLE target (
    document   integer NOT NULL,
    reference  integer NOT NULL,
    number     integer NOT NULL,
    begins     integer NOT NULL,
    ends       integer NOT NULL,
    words      text,
    eid        text NOT NULL,
    unit       text NOT NULL,
    through    text,              -- end of a range too long to spell out
    instrument text,
    provision  integer,           -- of this document
    PRIMARY KEY (document, reference, number),
    FOREIGN KEY (document, reference) REFERENCES reference ON DELETE CASCADE,
    FOREIGN KEY (document, provision) REFERENCES provision ON DELETE CASCADE
);

CREATE TABLE quotation (
    document  integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number    integer NOT NULL,
    begins    integer NOT NULL,   -- marks included
    ends      integer NOT NULL,
    words     text,
    inner_begins integer NOT NULL,
    inner_ends   integer NOT NULL,
    kind      text NOT NULL,      -- provision, statement, title or term
    depth     integer NOT NULL,
    parent    integer,
    continues integer,
    reference integer,            -- names the provision quoted
    cue       text,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, parent) REFERENCES quotation ON DELETE CASCADE,
    FOREIGN KEY (document, continues) REFERENCES quotation ON DELETE CASCADE,
    FOREIGN KEY (document, reference) REFERENCES reference ON DELETE CASCADE
);

CREATE TABLE clause (
    document   integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number     integer NOT NULL,
    begins     integer NOT NULL,
    ends       integer NOT NULL,
    words      text,
    origin     text NOT NULL,     -- text, quoted or reported
    modality   text,
    topic      text,
    instrument text,
    eid        text,
    provision  integer,
    quotation  integer,
    actor      text,              -- who is bound or entitled
    actor_begins integer,
    actor_ends   integer,
    cue        text,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, provision) REFERENCES provision ON DELETE CASCADE,
    FOREIGN KEY (document, quotation) REFERENCES quotation ON DELETE CASCADE
);

-- Conditions and exceptions of clauses.
CREATE TABLE clause_limb (
    document integer NOT NULL,
    clause   integer NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('condition', 'exception')),
    begins   integer NOT NULL,
    ends     integer NOT NULL,
    words    text,
    FOREIGN KEY (document, clause) REFERENCES clause ON DELETE CASCADE
);

CREATE TABLE clause_reference (
    document  integer NOT NULL,
    clause    integer NOT NULL,
    reference integer NOT NULL,
    PRIMARY KEY (document, clause, reference),
    FOREIGN KEY (document, clause) REFERENCES clause ON DELETE CASCADE,
    FOREIGN KEY (document, reference) REFERENCES reference ON DELETE CASCADE
);

-- Who is quoted, passed the words on, or reports a clause.
CREATE TABLE source (
    document   integer NOT NULL REFERENCES document ON DELETE CASCADE,
    quotation  integer,
    clause     integer,
    role       text NOT NULL CHECK (role IN ('source', 'carrier')),
    begins     integer NOT NULL,
    ends       integer NOT NULL,
    words      text,
    kind       text NOT NULL,
    stands_for text,              -- what a pronoun or short form stands for
    reference  integer,
    FOREIGN KEY (document, quotation) REFERENCES quotation ON DELETE CASCADE,
    FOREIGN KEY (document, clause) REFERENCES clause ON DELETE CASCADE,
    FOREIGN KEY (document, reference) REFERENCES reference ON DELETE CASCADE,
    CHECK ((quotation IS NULL) <> (clause IS NULL))
);

CREATE TABLE sentence (
    document integer NOT NULL REFERENCES document ON DELETE CASCADE,
    number   integer NOT NULL,
    begins   integer NOT NULL,
    ends     integer NOT NULL,
    words    text,
    PRIMARY KEY (document, number)
);

CREATE TABLE diagnostic (
    document integer NOT NULL REFERENCES document ON DELETE CASCADE,
    begins   integer NOT NULL,
    ends     integer NOT NULL,
    code     text NOT NULL,
    message  text NOT NULL
);

-- Lines of --jsonl-in that could not be read: the id, if that could, and the place.
CREATE TABLE failure (
    name    text,
    file    text,
    line    integer NOT NULL,
    message text NOT NULL
);

-- What is asked for often.
CREATE INDEX target_eid ON target (instrument, eid);
CREATE INDEX reference_instrument ON reference (instrument);
CREATE INDEX instrument_id ON instrument (id);
CREATE INDEX provision_eid ON provision (document, eid);
CREATE INDEX clause_modality ON clause (modality, topic);

-- What a foreign key points at must find those that point at it.
CREATE INDEX alias_instrument ON alias (document, instrument);
CREATE INDEX mention_instrument ON mention (document, instrument);
CREATE INDEX provision_parent ON provision (document, parent);
CREATE INDEX target_provision ON target (document, provision);
CREATE INDEX quotation_parent ON quotation (document, parent);
CREATE INDEX quotation_continues ON quotation (document, continues);
CREATE INDEX quotation_reference ON quotation (document, reference);
CREATE INDEX clause_provision ON clause (document, provision);
CREATE INDEX clause_quotation ON clause (document, quotation);
CREATE INDEX clause_limb_clause ON clause_limb (document, clause);
CREATE INDEX clause_reference_reference ON clause_reference (document, reference);
CREATE INDEX source_quotation ON source (document, quotation);
CREATE INDEX source_clause ON source (document, clause);
CREATE INDEX source_reference ON source (document, reference);
