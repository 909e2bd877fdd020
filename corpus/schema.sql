-- The schema of corpus.db, version 1; schema2.sql adds to it. docs/corpus.md explains it for analysts.
-- Days are YYYY-MM-DD, instants are RFC 3339 in UTC, offsets are code points of article.text, half-open.

CREATE TABLE page (                      -- what was fetched, as it came
  id         INTEGER PRIMARY KEY,
  url        TEXT NOT NULL,              -- as requested
  final_url  TEXT NOT NULL,              -- after redirects
  source     TEXT NOT NULL,              -- id in sources.yaml, or 'import'
  fetched_at TEXT NOT NULL,
  status     INTEGER NOT NULL,
  headers    TEXT NOT NULL,              -- JSON object
  hash       TEXT NOT NULL,              -- SHA-256 of the body, hexadecimal
  article_id TEXT NOT NULL DEFAULT '',   -- the article made of it
  body       BLOB NOT NULL,              -- zstd; last, so that the columns before it are read without it
  UNIQUE (url, hash)
);
CREATE INDEX page_article ON page (article_id);

CREATE TABLE article (
  id             TEXT PRIMARY KEY,       -- from the canonical URL, or from the text where there is none
  seq            INTEGER NOT NULL,       -- change number: the index takes what has a greater one
  url            TEXT NOT NULL,
  original_url   TEXT NOT NULL,
  title          TEXT NOT NULL,
  source         TEXT NOT NULL,
  author         TEXT NOT NULL,
  editor         TEXT NOT NULL,
  column_name    TEXT NOT NULL,
  published      TEXT NOT NULL,          -- day, or '' where the page shows none
  published_from TEXT NOT NULL,          -- meta, page, url, file or ''
  site           TEXT NOT NULL,          -- id in sources.yaml, or 'import'
  quality        REAL NOT NULL,
  state          TEXT NOT NULL,          -- ok or quarantined
  reason         TEXT NOT NULL,          -- why quarantined
  page_hash      TEXT NOT NULL,
  extractor      TEXT NOT NULL,          -- version that made it
  analyzer       TEXT NOT NULL DEFAULT '', -- version that tagged it, '' when not tagged
  first_seen     TEXT NOT NULL,
  group_id       TEXT NOT NULL,          -- reprint group; its own id where it stands alone
  lead           INTEGER NOT NULL DEFAULT 1, -- 1 when it leads its group
  added          INTEGER NOT NULL,       -- change number when it came: grows with every new article
  text           TEXT NOT NULL           -- last, so that the columns before it are read without it
);
CREATE UNIQUE INDEX article_seq ON article (seq);
CREATE INDEX article_group ON article (group_id);
CREATE INDEX article_analyzer ON article (analyzer);
CREATE INDEX article_extractor ON article (extractor, site, added) WHERE page_hash <> '';
CREATE INDEX article_published ON article (published);
CREATE INDEX article_added ON article (added);

-- The tables of tags have a rowid, so that new rows come last in the table and in
-- each value's part of an index: writing stays quick however large they grow.
CREATE TABLE region (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,           -- 0 is the main one
  code       TEXT NOT NULL,              -- GB/T 2260, 000000 for the whole country
  ambiguous  TEXT NOT NULL,              -- JSON list of other codes that the name may mean
  mentions   TEXT NOT NULL,              -- JSON list of {start, end, text}
  PRIMARY KEY (article_id, ord)
);
CREATE INDEX region_code ON region (code);

CREATE TABLE year (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  year       INTEGER NOT NULL,
  PRIMARY KEY (article_id, ord)
);

CREATE TABLE theme (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  theme      TEXT NOT NULL,
  weight     REAL NOT NULL,
  evidence   TEXT NOT NULL,              -- JSON list of {start, end, text}
  PRIMARY KEY (article_id, ord)
);

CREATE TABLE unit (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  role       TEXT NOT NULL,
  sender     TEXT NOT NULL,
  host       TEXT NOT NULL,
  region     TEXT NOT NULL,
  mentions   TEXT NOT NULL,
  PRIMARY KEY (article_id, ord)
);
CREATE INDEX unit_name ON unit (name);

CREATE TABLE measure (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  measure    TEXT NOT NULL,              -- id in the register, or the normalised name
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  mentions   TEXT NOT NULL,
  PRIMARY KEY (article_id, ord)
);
CREATE INDEX measure_measure ON measure (measure);

CREATE TABLE statistic (
  article_id     TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ord            INTEGER NOT NULL,
  start          INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  number         TEXT NOT NULL,
  value          REAL NOT NULL,
  unit           TEXT NOT NULL,
  approx         TEXT NOT NULL,
  action         TEXT NOT NULL,
  object         TEXT NOT NULL,
  actor          TEXT NOT NULL,
  region         TEXT NOT NULL,
  period_from    TEXT NOT NULL,          -- '' where it can't be told
  period_to      TEXT NOT NULL,
  cumulative     INTEGER NOT NULL,       -- 1 when it adds up months that are also reported singly
  share_of       TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  sentence       TEXT NOT NULL,
  PRIMARY KEY (article_id, ord)
);
CREATE INDEX statistic_action ON statistic (action);
CREATE INDEX statistic_value ON statistic (value);

CREATE TABLE frontier (                  -- URLs to fetch, and what became of them
  key        TEXT PRIMARY KEY,           -- canonical URL without scheme and www.
  url        TEXT NOT NULL,              -- as it is fetched
  source     TEXT NOT NULL,              -- id in sources.yaml
  host       TEXT NOT NULL,              -- with its port, where that is not the scheme's own
  kind       TEXT NOT NULL,              -- list, article, sitemap, feed or part (a further page of an article)
  depth      INTEGER NOT NULL,           -- pages of lists between a start page and this one
  day        TEXT NOT NULL,              -- day that the URL or the list shows, or ''
  state      TEXT NOT NULL,              -- queued, done, failed (may come back), gone (will not) or blocked (by robots.txt or sources.yaml)
  tries      INTEGER NOT NULL DEFAULT 0, -- that failed since it was last done
  next_at    TEXT NOT NULL DEFAULT '',   -- not before this instant
  found_run  INTEGER NOT NULL,           -- run that found it
  found_at   TEXT NOT NULL,
  done_at    TEXT NOT NULL DEFAULT '',   -- last success
  etag       TEXT NOT NULL DEFAULT '',   -- of the last success, for a conditional request
  modified   TEXT NOT NULL DEFAULT '',   -- its Last-Modified
  run        INTEGER NOT NULL DEFAULT 0, -- that settled it last
  linked     INTEGER NOT NULL DEFAULT 0, -- links that a list led on to when it last had any
  error      TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX frontier_state ON frontier (source, state);
CREATE INDEX frontier_queue ON frontier (source, host, depth, kind DESC, day DESC) WHERE state = 'queued';

CREATE TABLE run (                       -- crawls
  id         INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at   TEXT NOT NULL DEFAULT ''    -- '' while it runs, or when it was killed
);

CREATE TABLE run_source (                -- what a run brought from a source
  run         INTEGER NOT NULL REFERENCES run (id),
  source      TEXT NOT NULL,
  rules       TEXT NOT NULL DEFAULT '',  -- hash of what the configuration says of the source
  lists       INTEGER NOT NULL,          -- start pages, list pages, feeds and sitemaps that were read anew
  lists_same  INTEGER NOT NULL,          -- that had not changed (304)
  lists_failed INTEGER NOT NULL,         -- that could not be read, or are forbidden
  lists_lost  INTEGER NOT NULL,          -- start pages that used to link to articles, and do not now or cannot be read
  linked      INTEGER NOT NULL,          -- links to articles on them, known ones included
  fetched     INTEGER NOT NULL,          -- pages read where an article was expected
  new         INTEGER NOT NULL,          -- articles
  changed     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,          -- articles asked for again that were the same
  failed      INTEGER NOT NULL,          -- pages
  near_empty  INTEGER NOT NULL,          -- pages without an article, or with hardly any text
  undated     INTEGER NOT NULL,
  blocked     INTEGER NOT NULL,          -- by robots.txt
  quarantined INTEGER NOT NULL,
  misnamed    INTEGER NOT NULL,          -- articles whose page names another report's URL as its own
  chars       INTEGER NOT NULL,          -- code points of the articles' texts
  PRIMARY KEY (source, run)
) WITHOUT ROWID;

CREATE TABLE robots (                    -- robots.txt of hosts, kept for a day
  origin     TEXT PRIMARY KEY,           -- scheme://host:port
  fetched_at TEXT NOT NULL,
  status     INTEGER NOT NULL,           -- HTTP status after redirects, 0 when none came
  body       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE watch (                     -- saved queries
  name  TEXT PRIMARY KEY,
  query TEXT NOT NULL,                   -- JSON
  seen  INTEGER NOT NULL                 -- article.added of the newest article that it has seen
) WITHOUT ROWID;

-- The four tables below find reprints. They can be emptied: after
-- "INSERT INTO reprint_todo SELECT added, 1 FROM article" they are made again.
CREATE TABLE reprint_todo (              -- articles whose group must be looked at: new, changed, or beside such a one
  added INTEGER PRIMARY KEY,             -- article.added
  saved INTEGER NOT NULL                 -- 1 when its text may have changed
);

CREATE TABLE reprint (                   -- which text an article has; articles too short to tell are not here
  added INTEGER PRIMARY KEY,             -- article.added
  text  INTEGER NOT NULL                 -- hash of its letters and digits
);
CREATE INDEX reprint_of_text ON reprint (text);

CREATE TABLE reprint_text (              -- fingerprint of a text
  text   INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,               -- letters and digits
  sketch BLOB NOT NULL                   -- its smallest shingles, 8 bytes each, sorted
);

CREATE TABLE reprint_band (              -- the first shingles of each sketch, by which alike texts are looked up
  hash INTEGER NOT NULL,
  text INTEGER NOT NULL,
  PRIMARY KEY (hash, text)
) WITHOUT ROWID;
