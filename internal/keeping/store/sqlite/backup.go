package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"readout/internal/keeping/store"
)

// Backup implements [store.Store]. The copy is written beside its place, synced,
// checked to its last span, and only then given its name. It is restored by
// being opened, and moved elsewhere by a Backup of it.
func (s *Store) Backup(ctx context.Context, to string) error {
	if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
		return fault(errors.Join(err, store.ErrExists), "back up to %s", to)
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault(err, "back up to %s", to)
	}
	err := s.copy(ctx, part)
	if err == nil {
		err = verify(ctx, part)
	}
	if err == nil {
		err = flush(part)
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	if err != nil {
		return fault(errors.Join(err, os.Remove(part)), "back up to %s", to)
	}
	return nil
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

// flush has the bytes of a file on the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
