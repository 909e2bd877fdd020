package analyze

// findOpen finds companies, schools and the like without an area before them.
func (u *unitFinder) findOpen() {}

// findAliases finds what names a body again by a part of its name.
func (u *unitFinder) findAliases() {}
