// Walks over parsed items.
#pragma once

#include "dcmtk.hpp"

/// Whether sequences are nested deeper than CDCMTK_MAX_DEPTH in an item that lies at `depth`.
bool isTooDeep(DcmItem &item, int depth);

/// Whether elements of the standard are stored without their VR, so that only the dictionary can tell it.
bool hasUnknown(DcmItem &item);
