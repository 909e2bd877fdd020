-- Version 2: figures in the order of their period, and what they are grouped by, without the table. It adds no column, so that
-- a program may read a corpus of version 1.
CREATE INDEX IF NOT EXISTS statistic_period ON statistic (period_to, region, period_from, action, object, unit);
