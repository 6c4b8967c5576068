-- Loads records, a JSON object a line, from standard input; documents of the same
-- name are replaced:
--
--     pacta --jsonl texts/*.txt | psql -q -d treaties -f load.postgresql.sql
--
-- Texts of a table texts(name, body) need no program, but the extension in
-- ../postgres: what is in a temporary table `line` already is loaded as well.
--
--     psql -q -d treaties -c "CREATE TEMP TABLE line AS
--         SELECT row_number() OVER () AS number, jsonb_set(pacta_json(body)::jsonb, '{id}', to_jsonb(name))::text AS record
--         FROM texts" -f load.postgresql.sql </dev/null
--
-- All is loaded, or nothing. Needs PostgreSQL 11 or later.
\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE document IN SHARE ROW EXCLUSIVE MODE;
CREATE TEMP TABLE IF NOT EXISTS line (number integer GENERATED ALWAYS AS IDENTITY, record text) ON COMMIT DROP;
\copy line (record) FROM pstdin WITH (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')

-- PostgreSQL's strings hold no NUL.
UPDATE line SET record = regexp_replace(record, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')
WHERE record LIKE '%\\u0000%';

CREATE TEMP TABLE parsed ON COMMIT DROP AS SELECT number, record::jsonb FROM line WHERE record <> '';

INSERT INTO failure
SELECT record ->> 'id', record #>> '{error,file}', (record #>> '{error,line}')::integer, record #>> '{error,message}'
FROM parsed
WHERE record ->> 'error' IS NOT NULL;
DELETE FROM parsed WHERE record ->> 'error' IS NOT NULL;

-- the last one counts, where a name comes twice
CREATE TEMP TABLE loaded ON COMMIT DROP AS
WITH named AS (
    SELECT *, coalesce(record ->> 'id', record #>> '{document,name}') AS name
    FROM parsed
), last AS (
    SELECT *, row_number() OVER (PARTITION BY name, CASE WHEN name IS NULL THEN number END ORDER BY number DESC) AS nth
    FROM named
)
SELECT row_number() OVER (ORDER BY number) AS document, name, record
FROM last
WHERE nth = 1;
DELETE FROM document WHERE name IN (SELECT name FROM loaded);
UPDATE loaded SET document = document + (SELECT coalesce(max(id), 0) FROM document);

INSERT INTO document
SELECT document, name, record ->> 'pacta', record ->> 'offsets', about.bytes, about.language, about.form, about.instrument
FROM loaded, jsonb_to_record(record -> 'document') AS about (bytes integer, language text, form text, instrument text);

CREATE TEMP TABLE instruments ON COMMIT DROP AS
SELECT document, i.*
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'instruments')
    AS (id text, title text, iri text, aliases jsonb, mentions jsonb)) WITH ORDINALITY
    AS i (id, title, iri, aliases, mentions, number);

INSERT INTO instrument
SELECT document, number - 1, id, title, iri
FROM instruments;

INSERT INTO alias
SELECT document, number - 1, name
FROM instruments, jsonb_array_elements_text(aliases) AS name;

INSERT INTO mention
SELECT document, number - 1, m."begin", m."end", m.text, m.how
FROM instruments, jsonb_to_recordset(mentions) AS m ("begin" integer, "end" integer, text text, how text);

INSERT INTO provision
SELECT document, p.number - 1, p.begins, p.ends, p.words, p.eid, p.unit, p.parent, p.label ->> 'text', p.heading ->> 'text'
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'provisions')
    AS ("begin" integer, "end" integer, text text, eid text, unit text, parent integer, label jsonb, heading jsonb))
    WITH ORDINALITY AS p (begins, ends, words, eid, unit, parent, label, heading, number);

CREATE TEMP TABLE refs ON COMMIT DROP AS
SELECT document, r.*
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'references')
    AS ("begin" integer, "end" integer, text text, instrument text, resolution text, rule text, targets jsonb))
    WITH ORDINALITY AS r (begins, ends, words, instrument, resolution, rule, targets, number);

INSERT INTO reference
SELECT document, number - 1, begins, ends, words, instrument, resolution, rule
FROM refs;

INSERT INTO target
SELECT document, refs.number - 1, t.number - 1, t.begins, t.ends, t.words, t.eid, t.unit, t.through,
       coalesce(t.instrument, refs.instrument), t.provision
FROM refs, ROWS FROM (jsonb_to_recordset(targets)
    AS ("begin" integer, "end" integer, text text, eid text, unit text, through text, instrument text, provision integer))
    WITH ORDINALITY AS t (begins, ends, words, eid, unit, through, instrument, provision, number);

CREATE TEMP TABLE quotations ON COMMIT DROP AS
SELECT document, q.*
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'quotations')
    AS ("begin" integer, "end" integer, text text, "inner" jsonb, kind text, depth integer, parent integer,
        continues integer, reference integer, cue jsonb, source jsonb, carrier jsonb))
    WITH ORDINALITY
    AS q (begins, ends, words, "inner", kind, depth, parent, continues, reference, cue, source, carrier, number);

INSERT INTO quotation
SELECT document, number - 1, begins, ends, words, ("inner" ->> 'begin')::integer, ("inner" ->> 'end')::integer, kind,
       depth, parent, continues, reference, cue ->> 'text'
FROM quotations;

CREATE TEMP TABLE clauses ON COMMIT DROP AS
SELECT document, c.*
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'clauses')
    AS ("begin" integer, "end" integer, text text, origin text, modality text, topic text, instrument text, eid text,
        provision integer, quotation integer, actor jsonb, cue jsonb, conditions jsonb, exceptions jsonb,
        "references" jsonb, source jsonb))
    WITH ORDINALITY
    AS c (begins, ends, words, origin, modality, topic, instrument, eid, provision, quotation, actor, cue, conditions,
          exceptions, refs, source, number);

INSERT INTO clause
SELECT document, number - 1, begins, ends, words, origin, modality, topic, instrument, eid, provision, quotation,
       actor ->> 'text', (actor ->> 'begin')::integer, (actor ->> 'end')::integer, cue ->> 'text'
FROM clauses;

INSERT INTO clause_limb
SELECT document, number - 1, kind, l."begin", l."end", l.text
FROM clauses, LATERAL (VALUES ('condition', conditions), ('exception', exceptions)) AS limbs (kind, spans),
     jsonb_to_recordset(spans) AS l ("begin" integer, "end" integer, text text);

INSERT INTO clause_reference
SELECT DISTINCT document, number - 1, r::integer
FROM clauses, jsonb_array_elements_text(refs) AS r;

INSERT INTO source
SELECT document, quotation, clause, role, s."begin", s."end", s.text, s.kind, s.stands_for, s.reference
FROM (SELECT document, number - 1 AS quotation, NULL::bigint AS clause, 'source' AS role, source AS of FROM quotations
      UNION ALL
      SELECT document, number - 1, NULL, 'carrier', carrier FROM quotations
      UNION ALL
      SELECT document, NULL, number - 1, 'source', source FROM clauses) AS told,
     jsonb_to_record(nullif(of, 'null'))
         AS s ("begin" integer, "end" integer, text text, kind text, stands_for text, reference integer)
WHERE s."begin" IS NOT NULL;

INSERT INTO sentence
SELECT document, s.number - 1, s.begins, s.ends, s.words
FROM loaded, ROWS FROM (jsonb_to_recordset(record -> 'sentences') AS ("begin" integer, "end" integer, text text))
    WITH ORDINALITY AS s (begins, ends, words, number);

INSERT INTO diagnostic
SELECT document, d."begin", d."end", d.code, d.message
FROM loaded, jsonb_to_recordset(record -> 'diagnostics')
    AS d ("begin" integer, "end" integer, code text, message text);
COMMIT;
