package corpus

import "database/sql"

// WriterForTest gives the connection that writes.
func (s *Store) WriterForTest() *sql.DB { return s.wr }
