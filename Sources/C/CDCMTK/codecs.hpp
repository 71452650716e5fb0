// JPEG and JPEG-LS, loaded when the first file needs them.
#pragma once

#include <memory>

#include "CDCMTK.h"
#include "dcmtk.hpp"

/// Loads and registers DCMTK's JPEG and JPEG-LS codecs, once; a cdcmtk_status.
int loadCodecs();

/// How pixels are to be compressed in a transfer syntax; null for what DCMTK does by itself.
std::unique_ptr<DcmRepresentationParameter> representation(
    E_TransferSyntax syntax, const cdcmtk_image &image);
