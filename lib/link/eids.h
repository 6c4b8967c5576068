/* Paths to element ids (Akoma Ntoso Naming Convention 1.0). */
#ifndef PACTA_LINK_EIDS_H
#define PACTA_LINK_EIDS_H

#include "work.h"

enum { EID_ROOM = 256 };

/* The eid of a path into another instrument; `dotted` says that its articles
 * have numbers such as 10.12. Relative steps have none: false. */
bool pacta_eid_of(const pacta_work *work, const pacta_path *path, bool dotted, char *eid, size_t room);

/* The eid of a path into the document itself, cited inside provision `around`
 * (or PACTA_NONE); `*provision` is what it names, or PACTA_NONE. */
bool pacta_eid_within(const pacta_work *work, const pacta_path *path, uint32_t around, char *eid, size_t room,
                      uint32_t *provision);

/* The path's steps from that of index `from` on, which stand below `base`, joined to it. */
bool pacta_eid_under(const pacta_work *work, const char *base, const pacta_path *path, unsigned from,
                     char *eid, size_t room);

/* readings.c: makes of a path what else it may mean, by one of PACTA_READINGS; false if
 * that reading is none of it. */
enum { PACTA_READINGS = 10 };
bool pacta_read_otherwise(const pacta_work *work, unsigned reading, pacta_path *path);

/* Cuts `eid` behind its innermost level of that unit's eid; false if it has none. */
bool pacta_eid_cut(const char *eid, const char *unit, char *out, size_t room);

/* Takes the innermost level off; false if it is the only one. */
bool pacta_eid_up(char *eid);

/* What is only counted or named (the first sentence, the chapeau), of a
 * provision that the document has. */
bool pacta_eid_is_piece(const pacta_work *work, const pacta_path *path, const char *eid);

#endif
