#include "codecs.hpp"

#include <cstring>
#include <dlfcn.h>
#include <link.h>
#include <mutex>
#include <string>

#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>

// Seven libraries, which would take 1.3 ms of every command's start (measured), most of which meet no JPEG. Functions are
// therefore found by name; their types come from the headers, so that a call that no longer fits does not compile, and a
// name that no longer fits leaves the codecs out, which the tests of every transfer syntax show.

namespace {

void *jpeg = nullptr;
void *jpegLS = nullptr;

int takeCore(dl_phdr_info *info, size_t, void *path) {
    if (!std::strstr(info->dlpi_name, "/libdcmdata.so")) return 0;
    *static_cast<std::string *>(path) = info->dlpi_name;
    return 1;
}

/// A library of DCMTK in the folder and version of the one that is linked; null if it is not there.
void *sibling(const char *name) {
    std::string path;
    dl_iterate_phdr(takeCore, &path);
    const std::string core = "libdcmdata";
    const size_t place = path.rfind(core);
    if (place == std::string::npos) return nullptr;
    return dlopen(path.replace(place, core.size(), name).c_str(), RTLD_NOW | RTLD_LOCAL);
}

template <typename Function>
Function *found(void *library, const char *name) {
    return library ? reinterpret_cast<Function *>(dlsym(library, name)) : nullptr;
}

bool registerJPEG() {
    using Decoders = decltype(DJDecoderRegistration::registerCodecs);
    using Encoders = decltype(DJEncoderRegistration::registerCodecs);
    auto *decoders = found<Decoders>(
        jpeg, "_ZN21DJDecoderRegistration14registerCodecsE35E_DecompressionColorSpaceConversion13E_UIDCreation"
              "21E_PlanarConfigurationbbb");
    auto *encoders = found<Encoders>(
        jpeg, "_ZN21DJEncoderRegistration14registerCodecsE33E_CompressionColorSpaceConversion13E_UIDCreationbiijb"
              "13E_SubSamplingbbmmddmmmmbbbbb");
    if (!decoders || !encoders) return false;
    // Decoders leave colours as stored (luminance is taken from them) and UIDs alone.
    decoders(EDC_never, EUC_never, EPC_default, OFFalse, OFFalse, OFFalse);
    encoders(
        ECC_lossyRGB, EUC_never, OFFalse, 0, 0, 0, OFTrue, ESS_422, OFTrue, OFFalse, 0, 0, 0, 0, 0, 0, 0, 0, OFTrue,
        OFFalse, OFFalse, OFFalse, OFTrue);
    return true;
}

bool registerJPEGLS() {
    using Decoders = decltype(DJLSDecoderRegistration::registerCodecs);
    using Encoders = decltype(DJLSEncoderRegistration::registerCodecs);
    auto *decoders = found<Decoders>(
        jpegLS, "_ZN23DJLSDecoderRegistration14registerCodecsE15JLS_UIDCreation23JLS_PlanarConfigurationbb");
    auto *encoders = found<Encoders>(
        jpegLS, "_ZN23DJLSEncoderRegistration14registerCodecsEttttbjb15JLS_UIDCreationb"
                "N18DJLSCodecParameter14interleaveModeEb");
    if (!decoders || !encoders) return false;
    decoders(EJLSUC_never, EJLSPC_restore, OFFalse, OFFalse);
    encoders(
        0, 0, 0, 0, OFFalse, 0, OFTrue, EJLSUC_never, OFFalse, DJLSCodecParameter::interleaveDefault, OFTrue);
    return true;
}

/// Makes a `Class` by the constructor of that name; its destructor and all else are virtual.
template <typename Class, typename... Arguments>
std::unique_ptr<DcmRepresentationParameter> made(void *const &library, const char *constructor, Arguments... arguments) {
    loadCodecs();
    auto *construct = found<void(void *, Arguments...)>(library, constructor);
    if (!construct) return nullptr;
    void *memory = ::operator new(sizeof(Class));
    construct(memory, arguments...);
    return std::unique_ptr<DcmRepresentationParameter>(static_cast<Class *>(memory));
}

}  // namespace

int loadCodecs() {
    static std::once_flag once;
    static bool isReady = false;
    std::call_once(once, [] {
        jpeg = sibling("libdcmjpeg");
        jpegLS = sibling("libdcmjpls");
        const bool hasJPEG = registerJPEG();
        isReady = registerJPEGLS() && hasJPEG;
    });
    return isReady ? CDCMTK_OK : CDCMTK_UNSUPPORTED_SYNTAX;
}

std::unique_ptr<DcmRepresentationParameter> representation(
    E_TransferSyntax syntax, const cdcmtk_image &image) {
    const OFBool exact = OFTrue, near = OFFalse;
    switch (syntax) {
        case EXS_JPEGProcess1:
        case EXS_JPEGProcess2_4:
            return made<DJ_RPLossy>(jpeg, "_ZN10DJ_RPLossyC1Ei", static_cast<int>(image.quality));
        case EXS_JPEGProcess14:
        case EXS_JPEGProcess14SV1:
            return made<DJ_RPLossless>(jpeg, "_ZN13DJ_RPLosslessC1Eii", 6, 0);
        case EXS_JPEGLSLossless:
            return made<DJLSRepresentationParameter>(
                jpegLS, "_ZN27DJLSRepresentationParameterC1Etb", Uint16(0), exact);
        case EXS_JPEGLSLossy:
            return made<DJLSRepresentationParameter>(
                jpegLS, "_ZN27DJLSRepresentationParameterC1Etb", static_cast<Uint16>(image.near_lossless), near);
        case EXS_RLELossless: return std::make_unique<DcmRLERepresentationParameter>();
        default: return nullptr;
    }
}
