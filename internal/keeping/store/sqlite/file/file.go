// Package file opens and copies files of SQLite, and makes ones that are there only
// once they are whole: they are written beside their place and get their name when
// they are on the disk. What has the name already is never overwritten.
package file

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"readout/internal/keeping/store"
)

// Write has make write a file under another name in the same folder, and gives it
// its own. The error is [store.ErrExists] when something has that, even if it came
// meanwhile, or that of make; nothing is left then. Once Write has returned nil the
// file survives a loss of power.
func Write(to string, make func(part string) error) error {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return cmp.Or(err, store.ErrExists)
	}
	part := to + ".part"
	if err := remove(part); err != nil {
		return err
	}
	err := make(part)
	if err == nil {
		err = flush(part)
	}
	if err == nil {
		err = name(part, to)
	}
	return errors.Join(err, remove(part))
}

// flush has the bytes of a file on the disk.
func flush(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// name gives a file a second name, which unlike a new one takes that of no other
// file. Where a disk knows no second names, as with FAT, it is a new one.
func name(file, to string) error {
	err := os.Link(file, to)
	if errors.Is(err, fs.ErrExist) {
		return store.ErrExists
	}
	if err != nil {
		err = os.Rename(file, to)
	}
	if err != nil {
		return err
	}
	return flushNames(filepath.Dir(to))
}

// flushNames has the names in a folder on the disk. That some systems cannot, or do
// so by themselves, is no fault of the file.
func flushNames(folder string) error {
	f, err := os.Open(folder)
	if err == nil {
		err = errors.Join(f.Sync(), f.Close())
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// remove deletes a file, with its log, where there is one.
func remove(file string) error {
	var all error
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(file + end); !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}
