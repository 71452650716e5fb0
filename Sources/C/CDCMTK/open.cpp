// Opening: is it DICOM, which transfer syntax, parse, depth, functional groups.

#include <cstring>
#include <sys/stat.h>

#include "file.hpp"
#include "guarded.hpp"
#include "items.hpp"
#include "library.hpp"

namespace {

constexpr uint64_t preambleSize = 132;

uint32_t word(const uint8_t *bytes) { return uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8; }

bool isLetter(uint8_t byte) { return byte >= 'A' && byte <= 'Z'; }

bool hasLongLength(const uint8_t *vr) {
    for (const char *name : {"OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT"}) {
        if (std::memcmp(vr, name, 2) == 0) return true;
    }
    return false;
}

/// Where the file meta information begins: after the preamble, or at 0 where a file has none.
uint64_t metaStart(Source &source) {
    uint8_t head[preambleSize];
    const size_t got = source.fetch(0, head, sizeof head);
    return got == preambleSize && std::memcmp(head + 128, "DICM", 4) == 0 ? preambleSize : 0;
}

/// Whether bytes without preamble begin with a plausible element of group 2 or 8.
bool beginsWithElement(Source &source) {
    uint8_t head[8];
    if (source.fetch(0, head, sizeof head) < sizeof head) return false;
    const uint32_t group = word(head);
    const bool isExplicit = isLetter(head[4]) && isLetter(head[5]);
    if (group == 0x0800) return isExplicit;
    const uint32_t length = word(head + 4) | word(head + 6) << 16;
    return (group == 2 || group == 8) && word(head + 2) < 0x1200 && (isExplicit || length < 0x10000);
}

/// Reads Transfer Syntax UID, and has HTJ2K, whose UIDs DCMTK 3.6.7 does not know, parsed as JPEG 2000: both are
/// explicit little endian with encapsulated pixels.
void readTransferSyntax(cdcmtk_file &file, uint64_t offset) {
    for (int elements = 0; elements < 64; ++elements) {
        uint8_t head[12];
        if (file.source.fetch(offset, head, sizeof head) < sizeof head || word(head) != 2) return;
        const bool isLong = hasLongLength(head + 4);
        const uint64_t length =
            isLong ? word(head + 8) | uint64_t(word(head + 10)) << 16 : word(head + 6);
        offset += isLong ? 12 : 8;
        if (word(head + 2) == 0x0010 && length <= 64) {
            char value[65] = {};
            file.source.fetch(offset, value, length);
            file.transferSyntax = value;
            while (!file.transferSyntax.empty() && file.transferSyntax.back() == ' ') {
                file.transferSyntax.pop_back();
            }
            const std::string highThroughput = "1.2.840.10008.1.2.4.20";
            if (file.transferSyntax.size() == highThroughput.size() + 1
                && file.transferSyntax.compare(0, highThroughput.size(), highThroughput) == 0) {
                std::string stand = UID_JPEG2000TransferSyntax;
                stand.resize(length, '\0');
                file.source.replace(offset, stand);
            }
            return;
        }
        offset += length;
    }
}

/// Whether every element tells its VR. Of the syntaxes that DICOM defines, one does not; without file meta
/// information nobody knows.
bool isExplicit(const std::string &syntax) {
    return !syntax.empty() && syntax != UID_LittleEndianImplicitTransferSyntax
        && syntax != UID_PrivateGE_LEI_WithBigEndianPixelDataTransferSyntax;
}

void findFunctionalGroups(cdcmtk_file &file) {
    file.dataset()->findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, file.shared, 0);
    DcmSequenceOfItems *sequence = nullptr;
    if (file.dataset()->findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, sequence).bad()) return;
    for (DcmObject *item = sequence->nextInContainer(nullptr);
         item && file.perFrame.size() < CDCMTK_MAX_FRAMES; item = sequence->nextInContainer(item)) {
        file.perFrame.push_back(static_cast<DcmItem *>(item));
    }
}

int statusOf(const cdcmtk_file &file, const OFCondition &condition) {
    if (file.source.isTooDeep()) return CDCMTK_TOO_DEEP;
    if (condition.good()) return CDCMTK_OK;
    const bool endsEarly = condition == EC_EndOfStream || condition == EC_StreamNotifyClient
        || condition == EC_InvalidStream;
    return endsEarly ? CDCMTK_TRUNCATED : CDCMTK_MALFORMED;
}

/// Has DCMTK parse the whole file; a cdcmtk_status.
int parseElements(cdcmtk_file &file, const void *stackBase) {
    SourceStream stream(file.source, 0);
    file.frames = {};
    file.source.guardParse(stackBase);
    file.format.transferInit();
    const OFCondition condition = file.format.read(stream, EXS_Unknown, EGL_noChange, keptInMemory);
    file.format.transferEnd();
    file.source.endParse();

    const int status = statusOf(file, condition);
    if (status != CDCMTK_OK) return status;
    if (file.dataset()->card() == 0) return CDCMTK_TRUNCATED;
    return file.frames.isTooDeep || isTooDeep(*file.dataset(), 0) ? CDCMTK_TOO_DEEP : CDCMTK_OK;
}

int open(Source &&source, cdcmtk_file **file) {
    const int prepared = prepareLibrary();
    if (prepared != CDCMTK_OK) return prepared;
    auto opened = std::make_unique<cdcmtk_file>(std::move(source));
    const int status = parseFile(*opened, __builtin_frame_address(0));
    if (status == CDCMTK_OK) *file = opened.release();
    return status;
}

}  // namespace

int parseFile(cdcmtk_file &file, const void *stackBase) {
    Source &source = file.source;
    if (source.size() == 0) return CDCMTK_EMPTY;
    const uint64_t meta = metaStart(source);
    if (meta == 0 && !beginsWithElement(source)) return CDCMTK_NOT_DICOM;
    readTransferSyntax(file, meta);

    // The dictionary takes most of the time of a small command: it is loaded for files that need it.
    if (!isExplicit(file.transferSyntax) && loadDictionary() != CDCMTK_OK) return CDCMTK_NO_DICTIONARY;
    int status = parseElements(file, stackBase);
    if (status == CDCMTK_OK && !isDictionaryLoaded()
        && (file.frames.hasUnknown || hasUnknown(*file.dataset()))) {
        if (loadDictionary() != CDCMTK_OK) return CDCMTK_NO_DICTIONARY;
        file.format.clear();
        status = parseElements(file, stackBase);
    }
    if (status != CDCMTK_OK) return status;
    findFunctionalGroups(file);
    return CDCMTK_OK;
}

extern "C" int cdcmtk_open_bytes(const void *bytes, size_t count, cdcmtk_file **file) {
    return guarded([&] { return open(Source(bytes, count), file); });
}

extern "C" int cdcmtk_open_descriptor(int descriptor, cdcmtk_file **file) {
    return guarded([&]() -> int {
        struct stat status;
        if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return CDCMTK_UNREADABLE;
        return open(Source(descriptor, static_cast<uint64_t>(status.st_size)), file);
    });
}

extern "C" void cdcmtk_close(cdcmtk_file *file) {
    guarded([&]() -> int {
        delete file;
        return CDCMTK_OK;
    });
}

extern "C" const char *cdcmtk_transfer_syntax(const cdcmtk_file *file) {
    return file->transferSyntax.c_str();
}

extern "C" size_t cdcmtk_frame_groups(const cdcmtk_file *file) { return file->perFrame.size(); }
