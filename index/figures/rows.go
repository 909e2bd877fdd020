package figures

import (
	"context"
	"database/sql"
	"iter"
)

// each runs a query and yields what scan makes of each row; it yields the first error and stops.
func each[T any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		rs, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			yield(zero, err)
			return
		}
		defer rs.Close()
		for rs.Next() {
			v, err := scan(rs)
			if !yield(v, err) || err != nil {
				return
			}
		}
		if err := rs.Err(); err != nil {
			yield(zero, err)
		}
	}
}

// all collects, up to the first error.
func all[T any](seq iter.Seq2[T, error]) ([]T, error) {
	out := []T{}
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func scanOne[T any](rs *sql.Rows) (T, error) {
	var v T
	err := rs.Scan(&v)
	return v, err
}
