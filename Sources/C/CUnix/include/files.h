/* What files need beyond Foundation. */
#ifndef CUNIX_FILES_H
#define CUNIX_FILES_H

/* Gives the file `from` the name `to` in the same folder and waits until that is on the disk; EEXIST where
 * something has that name already, which is left as it is. */
int cunix_rename_new(const char *folder, const char *from, const char *to);

#endif
