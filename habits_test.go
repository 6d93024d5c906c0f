package readout

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strings"
	"testing"
)

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	said := map[string]bool{}
	names := map[string]string{}
	for _, s := range loadTree(t).sources {
		if s.test {
			continue
		}
		dir := path.Dir(s.path)
		names[dir] = s.file.Name.Name
		if s.file.Doc == nil {
			continue
		}
		said[dir] = true
		doc := s.file.Doc.Text()
		if want := firstWords(s.file.Name.Name, dir); !want.MatchString(doc) {
			t.Errorf("%s: the package comment begins %.20q, want %v", s.path, doc, want)
		}
	}
	for dir, name := range names {
		if !said[dir] {
			t.Errorf("%s: package %s has no package comment", dir, name)
		}
	}
}

// firstWords is how a package comment begins: a command is named by its folder.
func firstWords(name, dir string) *regexp.Regexp {
	if name != "main" {
		return regexp.MustCompile(`^Package ` + name + ` `)
	}
	return regexp.MustCompile(`^(?i:(Command )?` + path.Base(dir) + `) `)
}

func TestExportedNamesAreDocumented(t *testing.T) {
	all := loadTree(t)
	for _, s := range all.product() {
		if s.file.Name.Name == "main" {
			continue
		}
		for _, d := range s.file.Decls {
			for _, name := range undocumented(d) {
				t.Errorf("%s:%d: %s is exported and has no comment",
					s.path, all.line(name.Pos()), name.Name)
			}
		}
	}
}

// undocumented lists the exported names of a declaration without a comment. In
// a group the comment of the group or of the line is enough.
func undocumented(d ast.Decl) []*ast.Ident {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && isReachable(d.Recv) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return nil
		}
		var names []*ast.Ident
		for _, spec := range d.Specs {
			names = append(names, undocumentedIn(spec)...)
		}
		return names
	}
	return nil
}

func undocumentedIn(spec ast.Spec) []*ast.Ident {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Doc == nil && spec.Comment == nil && spec.Name.IsExported() {
			return []*ast.Ident{spec.Name}
		}
	case *ast.ValueSpec:
		if spec.Doc != nil || spec.Comment != nil {
			return nil
		}
		var names []*ast.Ident
		for _, name := range spec.Names {
			if name.IsExported() {
				names = append(names, name)
			}
		}
		return names
	}
	return nil
}

// isReachable says that a method's type is exported, or that there is none.
func isReachable(recv *ast.FieldList) bool {
	if recv == nil {
		return true
	}
	exported := false
	ast.Inspect(recv.List[0].Type, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok && name.IsExported() {
			exported = true
		}
		return true
	})
	return exported
}

func TestNoInitAndNoGetters(t *testing.T) {
	all := loadTree(t)
	getter := regexp.MustCompile(`^Get\p{Lu}`)
	for _, s := range all.product() {
		s.functions(func(f *ast.FuncDecl) {
			if f.Recv == nil && f.Name.Name == "init" || getter.MatchString(f.Name.Name) {
				t.Errorf("%s:%d: func %s", s.path, all.line(f.Pos()), f.Name.Name)
			}
		})
	}
}

func TestNothingEndsTheProgramFromWithin(t *testing.T) {
	all := loadTree(t)
	for _, s := range all.product() {
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if why := ends(call); why != "" {
				t.Errorf("%s:%d: %s", s.path, all.line(call.Pos()), why)
			}
			return true
		})
	}
}

// ends says how a call ends the program otherwise than is allowed.
func ends(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if f.Name == "panic" && !strings.HasPrefix(firstString(call), "unreachable:") {
			return `panic may only say "unreachable: ..."`
		}
	case *ast.SelectorExpr:
		from, ok := f.X.(*ast.Ident)
		if ok && from.Name == "log" && strings.HasPrefix(f.Sel.Name, "Fatal") {
			return "log." + f.Sel.Name + ": return an error"
		}
	}
	return ""
}

// firstString is the first string literal in the arguments of a call.
func firstString(call *ast.CallExpr) string {
	found := ""
	ast.Inspect(call, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if ok && literal.Kind == token.STRING && found == "" {
			found = strings.Trim(literal.Value, "`\"")
		}
		return found == ""
	})
	return found
}

func TestPackageVariablesAreSetWhereTheyAreDeclared(t *testing.T) {
	all := loadTree(t)
	variables := map[string]bool{}
	for _, s := range all.product() {
		for _, name := range packageVariables(s.file) {
			variables[packageOf(s)+"."+name] = true
		}
	}
	for _, s := range all.product() {
		for _, name := range assignedFromOutside(s.file) {
			if variables[packageOf(s)+"."+name.Name] {
				t.Errorf("%s:%d: sets the package variable %s",
					s.path, all.line(name.Pos()), name.Name)
			}
		}
	}
}

func packageVariables(file *ast.File) []string {
	var names []string
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				names = append(names, name.Name)
			}
		}
	}
	return names
}

// assignedFromOutside lists the names that functions assign to, whole or in
// part, and that no enclosing function declares.
func assignedFromOutside(file *ast.File) []*ast.Ident {
	var names []*ast.Ident
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		local := declaredIn(f)
		ast.Inspect(f, func(n ast.Node) bool {
			for _, target := range targets(n) {
				if name := root(target); name != nil && !local[name.Name] {
					names = append(names, name)
				}
			}
			return true
		})
	}
	return names
}

// declaredIn names what a function declares anywhere: a name that is both a
// local and a package variable in one function is taken for the local.
func declaredIn(f *ast.FuncDecl) map[string]bool {
	local := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			for _, name := range n.Names {
				local[name.Name] = true
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				local[name.Name] = true
			}
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if name, ok := left.(*ast.Ident); ok && n.Tok == token.DEFINE {
					local[name.Name] = true
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if name, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					local[name.Name] = true
				}
			}
		}
		return true
	})
	return local
}

// targets lists the expressions that a statement assigns to.
func targets(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	}
	return nil
}

// root is the variable that an expression reaches into: a in a.b[c].d.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	}
	return nil
}

func TestEveryTODONamesItsIssue(t *testing.T) {
	all := loadTree(t)
	open := regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	named := regexp.MustCompile(`TODO\(#\d+\)`)
	for _, s := range all.written() {
		for _, group := range s.file.Comments {
			for _, c := range group.List {
				if open.MatchString(named.ReplaceAllString(c.Text, "")) {
					t.Errorf("%s:%d: %s", s.path, all.line(c.Pos()), c.Text)
				}
			}
		}
	}
}
