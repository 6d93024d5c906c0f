package sqlite

import "readout/internal/keeping/store/sqlite/task"

// Queue returns the queue of the file, which is of no use when the Store is closed.
func (s *Store) Queue() *task.Queue { return task.New(s.writer, s.reader, fault) }
