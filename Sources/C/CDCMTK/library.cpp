// What must happen once per process: dictionary, codecs, silence.

#include <cstdlib>
#include <mutex>
#include <string>

#include "CDCMTK.h"
#include "dcmtk.hpp"
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/dcmjpls/djencode.h>

namespace {

void prepareOnce() {
    // An environment variable must not choose which dictionary parses a hostile file. Of DCMTK's own only the
    // standard one is loaded: no private element is read, and loading is most of a small command's time.
    const std::string standard = DCM_DICT_DEFAULT_PATH;
    setenv("DCMDICTPATH", standard.substr(0, standard.find(ENVIRONMENT_PATH_SEPARATOR)).c_str(), 1);
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    // Decoders leave colours as stored (luminance is taken from them) and UIDs alone.
    DJDecoderRegistration::registerCodecs(EDC_never, EUC_never);
    DJLSDecoderRegistration::registerCodecs(EJLSUC_never);
    DcmRLEEncoderRegistration::registerCodecs(OFFalse);
    DJEncoderRegistration::registerCodecs(ECC_lossyRGB, EUC_never);
    DJLSEncoderRegistration::registerCodecs(0, 0, 0, 0, OFFalse, 0, OFTrue, EJLSUC_never);
}

}  // namespace

extern "C" const char *cdcmtk_version(void) { return PACKAGE_VERSION; }

extern "C" int cdcmtk_prepare(void) {
    static std::once_flag once;
    try {
        std::call_once(once, prepareOnce);
        return dcmDataDict.isDictionaryLoaded() ? CDCMTK_OK : CDCMTK_NO_DICTIONARY;
    } catch (...) {
        return CDCMTK_NO_MEMORY;
    }
}
