// What enhanced multi-frame files say of each frame, left in the file until it is asked for: parsed, the functional
// groups of 20,000 frames would take 160 MB.
#pragma once

#include <memory>

#include "dcmtk.hpp"

/// The most bytes of a value that a parse keeps in memory; longer ones are read when they are asked for.
constexpr Uint32 keptInMemory = 256;

/// What was seen in items that are folded again.
struct FrameNotes {
    bool isTooDeep = false;
    bool hasUnknown = false;
};

/// An item of Per-frame Functional Groups Sequence: checked when it is read, then emptied, and read again when it is asked
/// for. Behind a decompression filter, where nothing can be read twice, it stays as it is.
class FrameItem : public DcmItem {
public:
    FrameItem(const DcmTag &tag, Uint32 length, FrameNotes &notes)
        : DcmItem(tag, length), notes_(notes), length_(length) {}
    OFCondition read(
        DcmInputStream &stream, const E_TransferSyntax syntax, const E_GrpLenEncoding groupLengths,
        const Uint32 longest) override;
    /// Reads the elements again; whether that went well.
    bool unfold();
    /// Drops the elements.
    void fold();

private:
    FrameNotes &notes_;
    Uint32 length_;
    E_TransferSyntax syntax_ = EXS_Unknown;
    std::unique_ptr<DcmInputStreamFactory> place_;
};

/// A data set whose functional groups of frames are folded.
class ImageDataset : public DcmDataset {
public:
    explicit ImageDataset(FrameNotes &notes) : notes_(notes) {}
    OFCondition readUntilTag(
        DcmInputStream &stream, const E_TransferSyntax syntax, const E_GrpLenEncoding groupLengths,
        const Uint32 longest, const DcmTagKey &stop) override;

private:
    OFCondition readFrames(
        DcmInputStream &stream, const E_GrpLenEncoding groupLengths, const Uint32 longest);

    FrameNotes &notes_;
};
