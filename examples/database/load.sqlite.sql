-- Loads records, a JSON object a line, from standard input; documents of the same
-- name are replaced:
--
--     pacta --jsonl texts/*.txt | sqlite3 treaties.db '.read load.sqlite.sql'
--
-- Texts of a table texts(name, body) need no program, but the extension in ../sqlite:
-- what is in a temporary table `line` already is loaded as well.
--
--     sqlite3 treaties.db '.load pacta' \
--         "CREATE TEMP TABLE line AS SELECT json_set(pacta_json(body), '\$.id', name) AS record FROM texts" \
--         '.read load.sqlite.sql' </dev/null
--
-- All is loaded, or nothing. Needs sqlite3 3.38 or later.
.bail on
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TEMP TABLE IF NOT EXISTS line (record text NOT NULL);
.mode ascii
.separator "\001" "\n"
.import /dev/stdin line

DELETE FROM line WHERE record = '';
INSERT INTO failure
SELECT record ->> 'id', record ->> '$.error.file', record ->> '$.error.line', record ->> '$.error.message'
FROM line
WHERE record ->> 'error' IS NOT NULL;
DELETE FROM line WHERE record ->> 'error' IS NOT NULL;

-- the last one counts, where a name comes twice
CREATE TEMP TABLE new AS
SELECT max(rowid) AS line, coalesce(record ->> 'id', record ->> '$.document.name') AS name
FROM line
GROUP BY coalesce(record ->> 'id', record ->> '$.document.name', rowid);

DELETE FROM document WHERE name IN (SELECT name FROM new);

CREATE TEMP TABLE loaded AS
SELECT (SELECT coalesce(max(id), 0) FROM document) + row_number() OVER (ORDER BY new.line) AS document, name, record
FROM new JOIN line ON line.rowid = new.line;

INSERT INTO document
SELECT document, name, record ->> 'pacta', record ->> 'offsets', record ->> '$.document.bytes', record ->> '$.document.language',
       record ->> '$.document.form', record ->> '$.document.instrument'
FROM loaded;

INSERT INTO instrument
SELECT document, key, value ->> 'id', value ->> 'title', value ->> 'iri'
FROM loaded, json_each(record, '$.instruments');

INSERT INTO alias
SELECT document, i.key, a.value
FROM loaded, json_each(record, '$.instruments') AS i, json_each(i.value, '$.aliases') AS a;

INSERT INTO mention
SELECT document, i.key, m.value ->> 'begin', m.value ->> 'end', m.value ->> 'text', m.value ->> 'how'
FROM loaded, json_each(record, '$.instruments') AS i, json_each(i.value, '$.mentions') AS m;

INSERT INTO provision
SELECT document, key, value ->> 'begin', value ->> 'end', value ->> 'text', value ->> 'eid', value ->> 'unit',
       value ->> 'parent', value ->> '$.label.text', value ->> '$.heading.text'
FROM loaded, json_each(record, '$.provisions');

INSERT INTO reference
SELECT document, key, value ->> 'begin', value ->> 'end', value ->> 'text', value ->> 'instrument',
       value ->> 'resolution', value ->> 'rule'
FROM loaded, json_each(record, '$.references');

INSERT INTO target
SELECT document, r.key, t.key, t.value ->> 'begin', t.value ->> 'end', t.value ->> 'text', t.value ->> 'eid',
       t.value ->> 'unit', t.value ->> 'through', coalesce(t.value ->> 'instrument', r.value ->> 'instrument'),
       t.value ->> 'provision'
FROM loaded, json_each(record, '$.references') AS r, json_each(r.value, '$.targets') AS t;

INSERT INTO quotation
SELECT document, key, value ->> 'begin', value ->> 'end', value ->> 'text', value ->> '$.inner.begin',
       value ->> '$.inner.end', value ->> 'kind', value ->> 'depth', value ->> 'parent', value ->> 'continues',
       value ->> 'reference', value ->> '$.cue.text'
FROM loaded, json_each(record, '$.quotations');

INSERT INTO clause
SELECT document, key, value ->> 'begin', value ->> 'end', value ->> 'text', value ->> 'origin', value ->> 'modality',
       value ->> 'topic', value ->> 'instrument', value ->> 'eid', value ->> 'provision', value ->> 'quotation',
       value ->> '$.actor.text', value ->> '$.actor.begin', value ->> '$.actor.end', value ->> '$.cue.text'
FROM loaded, json_each(record, '$.clauses');

INSERT INTO clause_limb
SELECT document, c.key, substr(kind.column1, 1, length(kind.column1) - 1), l.value ->> 'begin', l.value ->> 'end',
       l.value ->> 'text'
FROM loaded, json_each(record, '$.clauses') AS c, (VALUES ('conditions'), ('exceptions')) AS kind,
     json_each(c.value, '$.' || kind.column1) AS l;

INSERT INTO clause_reference
SELECT DISTINCT document, c.key, r.value
FROM loaded, json_each(record, '$.clauses') AS c, json_each(c.value, '$.references') AS r;

INSERT INTO source
SELECT document, q.key, NULL, q.column1, value ->> 'begin', value ->> 'end', value ->> 'text', value ->> 'kind',
       value ->> 'stands_for', value ->> 'reference'
FROM (SELECT document, q.key, role.column1, q.value -> role.column1 AS value
      FROM loaded, json_each(record, '$.quotations') AS q, (VALUES ('source'), ('carrier')) AS role) AS q
WHERE value ->> 'begin' IS NOT NULL;

INSERT INTO source
SELECT document, NULL, key, 'source', value ->> '$.source.begin', value ->> '$.source.end', value ->> '$.source.text',
       value ->> '$.source.kind', value ->> '$.source.stands_for', value ->> '$.source.reference'
FROM loaded, json_each(record, '$.clauses')
WHERE value ->> '$.source.begin' IS NOT NULL;

INSERT INTO sentence
SELECT document, key, value ->> 'begin', value ->> 'end', value ->> 'text'
FROM loaded, json_each(record, '$.sentences');

INSERT INTO diagnostic
SELECT document, value ->> 'begin', value ->> 'end', value ->> 'code', value ->> 'message'
FROM loaded, json_each(record, '$.diagnostics');
COMMIT;
