#include "CDCMTK.h"

#include <dcmtk/config/osconfig.h>

const char *cdcmtk_version(void) { return PACKAGE_VERSION; }
