package postgres

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"readout/internal/keeping/store/postgres/schema"
)

// IsAddress tells the address of a database from the name of a file.
func IsAddress(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// Shown returns an address as it may be printed: without its password and its
// parameters, among which may be another one.
func Shown(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	shown := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if u.User != nil && u.User.Username() != "" {
		shown.User = url.User(u.User.Username())
	}
	return shown.String()
}

// wanted is what an error about an address ends with.
const wanted = "write postgres://USER@HOST:PORT/DATABASE"

// configOf reads an address. Its errors say nothing of what was in it but what
// Shown does.
func configOf(address string) (*pgxpool.Config, string, error) {
	place := Shown(address)
	u, err := url.Parse(address)
	if err != nil {
		return nil, "", errors.New("the address of the database cannot be read; " + wanted)
	}
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, "", fmt.Errorf("open %s: %s; %s", place, reason(err, u), wanted)
	}
	c := config.ConnConfig
	if c.DefaultQueryExecMode == pgx.QueryExecModeSimpleProtocol {
		return nil, "", fmt.Errorf("open %s: default_query_exec_mode=simple_protocol puts values "+
			"into the text of queries; leave it out", place)
	}
	c.RuntimeParams["search_path"] = schema.Name
	for name, value := range map[string]string{
		"application_name": "readout",
		"lock_timeout":     lockMillis,
		// What is asked for differs too much for one plan.
		"plan_cache_mode": "force_custom_plan",
	} {
		if c.RuntimeParams[name] == "" {
			c.RuntimeParams[name] = value
		}
	}
	return config, place, nil
}

// reason is the last of what was wrong, unless it repeats a secret.
func reason(err error, u *url.URL) string {
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	text := err.Error()
	secrets := []string{u.String(), u.Query().Get("password"), u.Query().Get("sslpassword")}
	if u.User != nil {
		password, _ := u.User.Password()
		secrets = append(secrets, password)
	}
	for _, secret := range secrets {
		if secret != "" && strings.Contains(text, secret) {
			return "a setting of the address cannot be read"
		}
	}
	return text
}
