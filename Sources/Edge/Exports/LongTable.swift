// The long table.
