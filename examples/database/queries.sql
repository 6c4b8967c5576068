-- Questions to the tables of schema.sql, in SQL that SQLite and PostgreSQL share.

-- Who must, may or must not do what: the norms of the treaties themselves.
SELECT d.name, c.eid, c.modality, c.actor, c.words
FROM clause AS c JOIN document AS d ON d.id = c.document
WHERE c.origin = 'text' AND c.modality IN ('obligation', 'prohibition', 'permission')
ORDER BY d.name, c.number;

-- Obligations that hold under a condition only.
SELECT d.name, c.eid, c.actor, l.kind, l.words
FROM clause AS c JOIN clause_limb AS l ON l.document = c.document AND l.clause = c.number
                 JOIN document AS d ON d.id = c.document
ORDER BY d.name, c.number, l.begins;

-- The provisions that are cited most.
SELECT instrument, eid, count(*) AS times, count(DISTINCT document) AS documents
FROM target
WHERE instrument IS NOT NULL AND instrument <> 'this'
GROUP BY instrument, eid
ORDER BY times DESC, instrument, eid;

-- Who speaks of whom: the network of instruments.
SELECT DISTINCT coalesce(d.instrument, d.name) AS speaks, i.id AS of
FROM instrument AS i JOIN document AS d ON d.id = i.document
WHERE i.id <> 'this' AND i.id <> coalesce(d.instrument, '')
ORDER BY speaks, of;

-- Quotations in the press, and who is quoted.
SELECT d.name, q.kind, s.kind AS source_kind, coalesce(s.stands_for, s.words) AS source, q.words
FROM quotation AS q JOIN document AS d ON d.id = q.document
                    LEFT JOIN source AS s ON s.document = q.document AND s.quotation = q.number AND s.role = 'source'
WHERE d.form = 'press'
ORDER BY d.name, q.number;

-- What the press says that a provision says, beside the provision itself, where
-- the treaty is in the database as well.
SELECT p.name AS press, c.words AS told, t.name AS treaty, v.eid, v.words AS provision
FROM clause AS c JOIN document AS p ON p.id = c.document AND p.form = 'press'
                 JOIN document AS t ON t.form = 'treaty' AND t.instrument = c.instrument
                 JOIN provision AS v ON v.document = t.id AND v.eid = c.eid
ORDER BY p.name, c.number, t.name;

-- Tables of contents.
WITH RECURSIVE contents (document, number, depth, place) AS (
    SELECT document, number, 0, begins FROM provision WHERE parent IS NULL
    UNION ALL
    SELECT p.document, p.number, c.depth + 1, p.begins
    FROM provision AS p JOIN contents AS c ON p.document = c.document AND p.parent = c.number
)
SELECT d.name, c.depth, p.eid, p.label, p.heading
FROM contents AS c JOIN provision AS p ON p.document = c.document AND p.number = c.number
                   JOIN document AS d ON d.id = c.document
WHERE p.unit NOT IN ('paragraph', 'point', 'indent')
ORDER BY d.name, c.place, c.depth;

-- Which clauses on withdrawal, amendment and disputes there are, and where none is.
SELECT d.name, topics.topic, min(c.eid) AS first
FROM document AS d
     CROSS JOIN (SELECT 'withdrawal-termination' AS topic UNION ALL SELECT 'amendment' UNION ALL
                 SELECT 'dispute-settlement') AS topics
     LEFT JOIN clause AS c ON c.document = d.id AND c.topic = topics.topic
WHERE d.form = 'treaty'
GROUP BY d.name, topics.topic
ORDER BY d.name, topics.topic;

-- References that lead nowhere.
SELECT d.name, r.words, t.eid
FROM reference AS r JOIN document AS d ON d.id = r.document
                    LEFT JOIN target AS t ON t.document = r.document AND t.reference = r.number
WHERE r.resolution IN ('dangling', 'unresolved')
ORDER BY d.name, r.number, t.number;
