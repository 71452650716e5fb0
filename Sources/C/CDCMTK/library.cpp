// What must happen once per process: silence and, where it is needed, the dictionary.

#include "library.hpp"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <string>

#include "CDCMTK.h"
#include "codecs.hpp"
#include "dcmtk.hpp"
#include <dcmtk/dcmdata/dcrleerg.h>

namespace {

std::atomic<bool> hasDictionary{false};

void prepareOnce() {
    // An environment variable must not choose which dictionary parses a hostile file; DCMTK starts without any.
    setenv("DCMDICTPATH", "/dev/null", 1);
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    // Elements of the standard that another program stored without their VR.
    dcmEnableUnknownVRConversion.set(OFTrue);
    dcmDataDict.isDictionaryLoaded();
    DcmRLEEncoderRegistration::registerCodecs(OFFalse);
}

void loadOnce() {
    // Of DCMTK's dictionaries only the standard one: no private element is read.
    const std::string standard = DCM_DICT_DEFAULT_PATH;
    const std::string path = standard.substr(0, standard.find(ENVIRONMENT_PATH_SEPARATOR));
    hasDictionary = dcmDataDict.wrlock().loadDictionary(path.c_str(), OFTrue);
    dcmDataDict.wrunlock();
}

}  // namespace

int prepareLibrary() {
    static std::once_flag once;
    std::call_once(once, prepareOnce);
    return CDCMTK_OK;
}

int loadDictionary() {
    static std::once_flag once;
    std::call_once(once, loadOnce);
    return hasDictionary ? CDCMTK_OK : CDCMTK_NO_DICTIONARY;
}

bool isDictionaryLoaded() { return hasDictionary; }

extern "C" const char *cdcmtk_version(void) { return PACKAGE_VERSION; }

extern "C" int cdcmtk_prepare(void) {
    try {
        const int prepared = prepareLibrary();
        // What is not compressed is read without codecs.
        loadCodecs();
        return prepared == CDCMTK_OK ? loadDictionary() : prepared;
    } catch (...) {
        return CDCMTK_NO_MEMORY;
    }
}
