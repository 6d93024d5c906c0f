package sqlite

import (
	"context"
	"errors"
	"fmt"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/file"
)

// Backup implements [store.Store]. The copy is written beside its place, checked to
// its last span, synced, and only then given its name. It is restored by being
// opened, and moved elsewhere by a Backup of it.
func (s *Store) Backup(ctx context.Context, to string) error {
	err := file.Write(to, func(part string) error {
		if err := s.copy(ctx, part); err != nil {
			return err
		}
		return verify(ctx, part)
	})
	return fault(err, "back up to %s", to)
}

// copy writes one state of the file to another, while others read and write.
func (s *Store) copy(ctx context.Context, to string) error {
	const into = `VACUUM INTO ?`
	db, err := connect(s.path, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, into, to)
	return errors.Join(err, db.Close())
}

// verify opens a copy and proves all that is in it.
func verify(ctx context.Context, path string) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	faults, err := s.Check(ctx, true)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("the copy has %d faults, the first is %s: %w",
			len(faults), faults[0], store.ErrDamaged)
	}
	return errors.Join(err, s.Close())
}
