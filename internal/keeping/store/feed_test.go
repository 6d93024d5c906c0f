package store

import (
	"errors"
	"testing"
	"time"
)

func TestAFeedThatFailsIsAskedLessOften(t *testing.T) {
	now := time.Date(2024, 3, 20, 10, 0, 0, 0, time.UTC)
	f := Feed{Every: time.Hour}
	if !f.Due(now) {
		t.Error("a feed that was never read is not due")
	}
	for _, want := range []time.Duration{1, 2, 4, 8, 16, 24, 24} {
		f.Failed(now, errors.New("gone"))
		if got := now.Add(want * time.Hour).Format(time.RFC3339); f.Next != got {
			t.Errorf("after %d failures the next try is %s, want %s", f.Failures,
				f.Next, got)
		}
	}
	if f.Failures != 7 || f.Error != "gone" || f.Read != "" || f.Tried == "" {
		t.Errorf("%+v", f)
	}
	f.Succeeded(now)
	if f.Failures != 0 || f.Error != "" || f.Read != "2024-03-20T10:00:00Z" ||
		f.Next != "2024-03-20T11:00:00Z" {
		t.Errorf("%+v", f)
	}
	for after, want := range map[time.Duration]bool{
		time.Minute: false, 50 * time.Minute: false, 54 * time.Minute: true,
		time.Hour: true,
	} {
		if f.Due(now.Add(after)) != want {
			t.Errorf("due after %v: %t", after, !want)
		}
	}
	rare := Feed{Every: 7 * 24 * time.Hour}
	for range 20 {
		rare.Failed(now, errors.New("gone"))
	}
	if rare.Next != "2024-03-27T10:00:00Z" {
		t.Errorf("a weekly feed is tried again on %s", rare.Next)
	}
}
