-- The functions of the extension pacta. README.md says what they give.
\echo Use "CREATE EXTENSION pacta" to load this file. \quit

CREATE FUNCTION pacta_instruments(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (instrument integer, id text, title text, iri text, aliases text[], mentions integer)
AS 'MODULE_PATHNAME', 'pacta_sql_instruments' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_references(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (reference integer, begins integer, ends integer, line integer, instrument text, eid text, unit text,
               through text, provision integer, resolution text, rule text, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_references' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_quotations(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (quotation integer, begins integer, ends integer, line integer, kind text, depth integer,
               parent integer, continues integer, source text, source_kind text, source_stands_for text,
               carrier text, carrier_kind text, carrier_stands_for text, cue text, reference integer, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_quotations' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_provisions(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (provision integer, begins integer, ends integer, line integer, eid text, unit text, parent integer,
               label text, heading text, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_provisions' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_clauses(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (clause integer, begins integer, ends integer, line integer, origin text, modality text, topic text,
               instrument text, eid text, provision integer, quotation integer, actor text, cue text,
               conditions text[], exceptions text[], cites integer[], source text, source_kind text,
               source_stands_for text, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_clauses' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_sentences(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (sentence integer, begins integer, ends integer, line integer, paragraph integer, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_sentences' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_tokens(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (token integer, begins integer, ends integer, line integer, kind text, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_tokens' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_diagnostics(text text, form text DEFAULT NULL, offsets text DEFAULT NULL)
RETURNS TABLE (diagnostic integer, begins integer, ends integer, line integer, code text, message text, words text)
AS 'MODULE_PATHNAME', 'pacta_sql_diagnostics' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 100;

CREATE FUNCTION pacta_json(text text, form text DEFAULT NULL, offsets text DEFAULT NULL) RETURNS json
AS 'MODULE_PATHNAME', 'pacta_sql_json' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;

CREATE FUNCTION pacta_version() RETURNS text
AS 'MODULE_PATHNAME', 'pacta_sql_version' LANGUAGE C STABLE PARALLEL SAFE;
