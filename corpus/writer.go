package corpus

import (
	"context"
	"database/sql"
)

// writer is a transaction that prepares each statement once.
type writer struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
}

// write runs f in one transaction of the writer.
func (s *Store) write(ctx context.Context, f func(*writer) error) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		w := newWriter(ctx, tx)
		defer w.close()
		return f(w)
	})
}

func newWriter(ctx context.Context, tx *sql.Tx) *writer {
	return &writer{ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}}
}

func (w *writer) close() {
	for _, st := range w.stmts {
		st.Close()
	}
}

func (w *writer) prepare(query string) (*sql.Stmt, error) {
	if st, ok := w.stmts[query]; ok {
		return st, nil
	}
	st, err := w.tx.PrepareContext(w.ctx, query)
	if err == nil {
		w.stmts[query] = st
	}
	return st, err
}

func (w *writer) exec(query string, args ...any) (sql.Result, error) {
	st, err := w.prepare(query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(w.ctx, args...)
}

// row runs a query of one row at most. Its error comes with Scan.
func (w *writer) row(query string, args ...any) Scanner {
	st, err := w.prepare(query)
	if err != nil {
		return failed{err}
	}
	return st.QueryRowContext(w.ctx, args...)
}

// failed is a row that could not be asked for.
type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }
