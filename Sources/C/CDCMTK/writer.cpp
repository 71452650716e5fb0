// Building a data set and encoding it.

#include "writer.hpp"

#include <cstring>
#include <memory>

#include "codecs.hpp"
#include "guarded.hpp"
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcrlerp.h>

namespace {

// Named in the file meta information as what wrote the file (PS3.10 7.1).
constexpr const char *implementationUID = "2.25.104287903412270131542613847210455387149";
constexpr const char *implementationName = "READINGROOM";

DcmTagKey key(uint32_t tag) {
    return DcmTagKey(static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xFFFF));
}

size_t expectedBytes(const cdcmtk_image &image) {
    return size_t(image.rows) * image.columns * image.frames * image.samples_per_pixel
        * (image.bits_allocated / 8);
}

/// Uncompressed pixels as DCMTK holds them.
OFCondition putPixels(DcmDataset &dataset, const cdcmtk_image &image, E_TransferSyntax syntax) {
    const auto *words = static_cast<const Uint16 *>(image.bytes);
    const auto *bytes = static_cast<const Uint8 *>(image.bytes);
    if (image.is_float) {
        return dataset.putAndInsertFloat32Array(
            DCM_FloatPixelData, static_cast<const Float32 *>(image.bytes), image.count / 4);
    }
    if (image.bits_allocated == 8) {
        std::vector<Uint8> even(bytes, bytes + image.count);
        if (even.size() % 2 == 1) even.push_back(0);
        return dataset.putAndInsertUint8Array(DCM_PixelData, even.data(), even.size());
    }
    if (image.bits_allocated == 32 && syntax == EXS_BigEndianExplicit) {
        // DCMTK swaps the words of OW; the halves of a long must be exchanged beside.
        std::vector<Uint16> exchanged(image.count / 2);
        for (size_t i = 0; i + 1 < exchanged.size(); i += 2) {
            exchanged[i] = words[i + 1];
            exchanged[i + 1] = words[i];
        }
        return dataset.putAndInsertUint16Array(DCM_PixelData, exchanged.data(), exchanged.size());
    }
    return dataset.putAndInsertUint16Array(DCM_PixelData, words, image.count / 2);
}

OFCondition putJPEG2000(DcmDataset &dataset, const cdcmtk_image &image) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag(DCM_PixelData, EVR_OB));
    auto table = std::make_unique<DcmPixelItem>(DcmTag(DCM_Item, EVR_OB));
    DcmOffsetList offsets;
    DcmPixelItem *offsetTable = table.get();
    OFCondition result = sequence->insert(table.release());
    for (uint32_t frame = 0; frame < image.frames && result.good(); ++frame) {
        std::vector<uint8_t> codestream = encodeJPEG2000(image, frame);
        if (codestream.empty()) return EC_CannotChangeRepresentation;
        result = sequence->storeCompressedFrame(
            offsets, codestream.data(), static_cast<Uint32>(codestream.size()), 0);
    }
    if (result.good()) result = offsetTable->createOffsetTable(offsets);
    if (result.bad()) return result;
    auto pixels = std::make_unique<DcmPixelData>(DCM_PixelData);
    pixels->putOriginalRepresentation(EXS_JPEG2000LosslessOnly, nullptr, sequence.release());
    return dataset.insert(pixels.release(), OFTrue);
}

/// DCMTK leaves the byte that pads an odd JPEG-LS codestream as it was in memory; it must be 0 (PS3.5 A.4.3).
void clearPadding(DcmDataset &dataset, E_TransferSyntax syntax) {
    DcmElement *element = nullptr;
    DcmPixelSequence *sequence = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad()) return;
    auto *pixels = static_cast<DcmPixelData *>(element);
    E_TransferSyntax current = syntax;
    const DcmRepresentationParameter *parameter = nullptr;
    pixels->getCurrentRepresentationKey(current, parameter);
    if (pixels->getEncapsulatedRepresentation(current, parameter, sequence).bad() || !sequence) return;
    for (unsigned long i = 1; i < sequence->card(); ++i) {
        DcmPixelItem *item = nullptr;
        Uint8 *bytes = nullptr;
        if (sequence->getItem(item, i).bad() || item->getUint8Array(bytes).bad() || !bytes) continue;
        const Uint32 length = item->getLength();
        const bool isPadded = length > 3 && bytes[length - 3] == 0xFF && bytes[length - 2] == 0xD9;
        if (isPadded) bytes[length - 1] = 0;
    }
}

OFCondition represent(DcmDataset &dataset, const cdcmtk_image &image, E_TransferSyntax syntax) {
    const auto parameter = representation(syntax, image);
    const OFCondition chosen = dataset.chooseRepresentation(syntax, parameter.get());
    if (syntax == EXS_JPEGLSLossless || syntax == EXS_JPEGLSLossy) clearPadding(dataset, syntax);
    return chosen.good() && !dataset.canWriteXfer(syntax) ? EC_CannotChangeRepresentation : chosen;
}

void putMeta(DcmFileFormat &format, const char *syntax) {
    OFString classUID, instanceUID;
    format.getDataset()->findAndGetOFString(DCM_SOPClassUID, classUID);
    format.getDataset()->findAndGetOFString(DCM_SOPInstanceUID, instanceUID);
    DcmMetaInfo &meta = *format.getMetaInfo();
    const Uint8 version[2] = {0, 1};
    meta.clear();
    meta.putAndInsertUint32(DCM_FileMetaInformationGroupLength, 0);
    meta.putAndInsertUint8Array(DCM_FileMetaInformationVersion, version, 2);
    meta.putAndInsertOFStringArray(DCM_MediaStorageSOPClassUID, classUID);
    meta.putAndInsertOFStringArray(DCM_MediaStorageSOPInstanceUID, instanceUID);
    meta.putAndInsertString(DCM_TransferSyntaxUID, syntax);
    meta.putAndInsertString(DCM_ImplementationClassUID, implementationUID);
    meta.putAndInsertString(DCM_ImplementationVersionName, implementationName);
    // The group length counts what follows its own 12 bytes (PS3.10 7.1).
    const Uint32 length = meta.getLength(EXS_LittleEndianExplicit, EET_ExplicitLength);
    meta.putAndInsertUint32(DCM_FileMetaInformationGroupLength, length - 12);
}

/// Writes to memory, with a larger buffer as long as the last one was too small.
OFCondition write(cdcmtk_writer &writer, E_TransferSyntax syntax, size_t pixelBytes) {
    for (size_t capacity = pixelBytes + pixelBytes / 8 + 65536;; capacity *= 2) {
        writer.encoded.resize(capacity);
        DcmOutputBufferStream stream(writer.encoded.data(), static_cast<offile_off_t>(capacity));
        writer.format.transferInit();
        const OFCondition result = writer.format.write(
            stream, syntax, EET_ExplicitLength, nullptr, EGL_recalcGL, EPD_withoutPadding, 0, 0, 0,
            EWM_dontUpdateMeta);
        writer.format.transferEnd();
        if (result == EC_StreamNotifyClient && capacity < CDCMTK_MAX_BYTES) continue;
        if (result.bad()) return result;
        stream.flush();
        void *start = nullptr;
        offile_off_t length = 0;
        stream.flushBuffer(start, length);
        writer.encoded.resize(static_cast<size_t>(length));
        return result;
    }
}

int encode(cdcmtk_writer &writer, const char *uid, const cdcmtk_image &image) {
    const DcmXfer transfer(uid);
    const E_TransferSyntax syntax = transfer.getXfer();
    if (syntax == EXS_Unknown) return CDCMTK_UNSUPPORTED_SYNTAX;
    if (image.count != expectedBytes(image)) return CDCMTK_PIXELS_SHORT;
    DcmDataset &dataset = *writer.format.getDataset();
    const OFCondition put = syntax == EXS_JPEG2000LosslessOnly ? putJPEG2000(dataset, image)
                                                               : putPixels(dataset, image, syntax);
    if (put.bad()) return CDCMTK_NOT_ENCODABLE;
    if (syntax != EXS_JPEG2000LosslessOnly && represent(dataset, image, syntax).bad()) {
        return CDCMTK_NOT_ENCODABLE;
    }
    putMeta(writer.format, uid);
    return write(writer, syntax, image.count).good() ? CDCMTK_OK : CDCMTK_NOT_ENCODABLE;
}

}  // namespace

extern "C" int cdcmtk_writer_new(cdcmtk_writer **writer) {
    return guarded([&]() -> int {
        const int prepared = cdcmtk_prepare();
        if (prepared == CDCMTK_OK) *writer = new cdcmtk_writer;
        return prepared;
    });
}

extern "C" void cdcmtk_writer_free(cdcmtk_writer *writer) {
    guarded([&]() -> int {
        delete writer;
        return CDCMTK_OK;
    });
}

extern "C" int cdcmtk_put_text(cdcmtk_writer *writer, uint32_t tag, const char *text) {
    return guarded([&]() -> int {
        DcmTag known(key(tag));
        // The dictionary leaves open whether these are signed (PS3.6, US or SS).
        if (known.getEVR() == EVR_xs) known.setVR(std::strchr(text, '-') ? EVR_SS : EVR_US);
        if (known.getEVR() == EVR_UN || known.getEVR() == EVR_UNKNOWN) return CDCMTK_BAD_CALL;
        return writer->item()->putAndInsertString(known, text).good() ? CDCMTK_OK : CDCMTK_BAD_CALL;
    });
}

extern "C" int cdcmtk_put_words(cdcmtk_writer *writer, uint32_t tag, const uint16_t *words, size_t count) {
    return guarded([&]() -> int {
        const DcmTag asWords(key(tag), EVR_OW);
        const OFCondition put = writer->item()->putAndInsertUint16Array(asWords, words, count);
        return put.good() ? CDCMTK_OK : CDCMTK_BAD_CALL;
    });
}

extern "C" int cdcmtk_put_empty(cdcmtk_writer *writer, uint32_t tag) {
    return guarded([&]() -> int {
        return writer->item()->insertEmptyElement(key(tag)).good() ? CDCMTK_OK : CDCMTK_BAD_CALL;
    });
}

extern "C" int cdcmtk_begin_item(cdcmtk_writer *writer, uint32_t sequence) {
    return guarded([&]() -> int {
        DcmItem *item = nullptr;
        const DcmTag tag(key(sequence));
        if (writer->item()->findOrCreateSequenceItem(tag, item, -2).bad()) return CDCMTK_BAD_CALL;
        writer->open.push_back(item);
        return CDCMTK_OK;
    });
}

extern "C" int cdcmtk_end_item(cdcmtk_writer *writer) {
    return guarded([&]() -> int {
        if (writer->open.empty()) return CDCMTK_BAD_CALL;
        writer->open.pop_back();
        return CDCMTK_OK;
    });
}

extern "C" int cdcmtk_encode(
    cdcmtk_writer *writer, const char *transfer_syntax, const cdcmtk_image *image, const uint8_t **bytes,
    size_t *count) {
    const int status = guarded([&] { return encode(*writer, transfer_syntax, *image); });
    *bytes = writer->encoded.data();
    *count = status == CDCMTK_OK ? writer->encoded.size() : 0;
    return status;
}
