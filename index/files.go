package index

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
)

// genFile is a file of a generation as it was when the generation was finished.
type genFile struct {
	Name  string `json:"name"` // with slashes, below the folder bleve
	Size  int64  `json:"size"`
	Mtime int64  `json:"mtime"` // nanoseconds; while it is the same the sum is not checked
	Sum   uint32 `json:"sum"`   // CRC-32C
}

// listFiles syncs the files below dir and describes them. Sums of files known
// from before are taken over.
func listFiles(dir string, known []genFile) ([]genFile, error) {
	var files []genFile
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := statFile(dir, path)
		if err != nil {
			return err
		}
		i := sort.Search(len(known), func(i int) bool { return known[i].Name >= f.Name })
		if i < len(known) && known[i].Name == f.Name && known[i].Size == f.Size && known[i].Mtime == f.Mtime {
			f.Sum = known[i].Sum
		} else if f.Sum, err = syncAndSum(path); err != nil {
			return err
		}
		files = append(files, f)
		return nil
	})
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files, err
}

func statFile(dir, path string) (genFile, error) {
	info, err := os.Stat(path)
	if err != nil {
		return genFile{}, err
	}
	rel, err := filepath.Rel(dir, path)
	return genFile{Name: filepath.ToSlash(rel), Size: info.Size(), Mtime: info.ModTime().UnixNano()}, err
}

// checkFiles tells whether the files below dir are as they were: by size and time,
// and by their sums where the time differs (a copy of the data directory).
func checkFiles(dir string, want []genFile) error {
	if len(want) == 0 {
		return errors.New("no files listed")
	}
	for _, w := range want {
		path := filepath.Join(dir, filepath.FromSlash(w.Name))
		f, err := statFile(dir, path)
		if err != nil {
			return err
		}
		if f.Size != w.Size {
			return fmt.Errorf("%s has %d bytes, not %d", w.Name, f.Size, w.Size)
		}
		if f.Mtime == w.Mtime {
			continue
		}
		if err := checkSum(path, w); err != nil {
			return err
		}
	}
	return nil
}

// sumFiles tells whether the files below dir are as they were, by their sums alone.
func sumFiles(dir string, want []genFile) error {
	for _, w := range want {
		if err := checkSum(filepath.Join(dir, filepath.FromSlash(w.Name)), w); err != nil {
			return err
		}
	}
	return nil
}

func checkSum(path string, want genFile) error {
	sum, err := sumFile(path)
	if err == nil && sum != want.Sum {
		err = fmt.Errorf("%s has changed", want.Name)
	}
	return err
}

func syncAndSum(path string) (uint32, error) {
	if err := syncFile(path); err != nil {
		return 0, err
	}
	return sumFile(path)
}

func sumFile(path string) (uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	_, err = io.Copy(h, f)
	return h.Sum32(), err
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncDir makes renames in a folder last. Systems that can't sync folders need not.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrInvalid) {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

func writeSynced(path string, b []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

// linkTree makes the folder to with the files of from: segments, which never
// change, as hard links (or copies where links can't be made), the rest as copies.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		dst := filepath.Join(to, rel)
		if e.IsDir() {
			return os.MkdirAll(dst, 0o755)
		}
		if filepath.Ext(path) == ".zap" && os.Link(path, dst) == nil {
			return nil
		}
		return copyFile(path, dst)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
