#include "frames.hpp"

#include "items.hpp"
#include "library.hpp"

namespace {

/// Per-frame Functional Groups Sequence.
class FrameSequence : public DcmSequenceOfItems {
public:
    FrameSequence(const DcmTag &tag, Uint32 length, FrameNotes &notes)
        : DcmSequenceOfItems(tag, length), notes_(notes) {}

protected:
    OFCondition makeSubObject(DcmObject *&object, const DcmTag &tag, const Uint32 length) override {
        if (tag.getXTag() != DCM_Item) return DcmSequenceOfItems::makeSubObject(object, tag, length);
        object = new FrameItem(tag, length, notes_);
        return EC_Normal;
    }

private:
    FrameNotes &notes_;
};

}  // namespace

OFCondition FrameItem::read(
    DcmInputStream &stream, const E_TransferSyntax syntax, const E_GrpLenEncoding groupLengths,
    const Uint32 longest) {
    place_.reset(stream.newFactory());
    syntax_ = syntax;
    const OFCondition condition = DcmItem::read(stream, syntax, groupLengths, longest);
    if (condition.good() && place_) {
        notes_.isTooDeep = notes_.isTooDeep || ::isTooDeep(*this, 1);
        notes_.hasUnknown = notes_.hasUnknown || (!isDictionaryLoaded() && ::hasUnknown(*this));
        fold();
    }
    return condition;
}

bool FrameItem::unfold() {
    if (!place_) return true;
    fold();
    const std::unique_ptr<DcmInputStream> stream(place_->create());
    setLengthField(length_);
    transferInit();
    const bool isGood = DcmItem::read(*stream, syntax_, EGL_noChange, keptInMemory).good();
    transferEnd();
    return isGood;
}

void FrameItem::fold() {
    if (place_) clear();
}

OFCondition ImageDataset::readUntilTag(
    DcmInputStream &stream, const E_TransferSyntax syntax, const E_GrpLenEncoding groupLengths,
    const Uint32 longest, const DcmTagKey &stop) {
    // DCMTK stops behind the header of the first element that is not before the functional groups.
    const OFCondition before = DcmDataset::readUntilTag(
        stream, syntax, groupLengths, longest, DCM_PerFrameFunctionalGroupsSequence);
    if (before.bad() || stream.eos()) return before;
    const OFCondition frames = readFrames(stream, groupLengths, longest);
    if (frames.bad()) return frames;
    setTransferState(ERW_inWork);
    return DcmDataset::readUntilTag(stream, syntax, groupLengths, longest, stop);
}

OFCondition ImageDataset::readFrames(
    DcmInputStream &stream, const E_GrpLenEncoding groupLengths, const Uint32 longest) {
    DcmTag tag;
    Uint32 length = 0;
    Uint32 headerBytes = 0;
    stream.putback();
    const OFCondition header = readTagAndLength(stream, getOriginalXfer(), tag, length, headerBytes);
    if (header.bad()) return header;
    if (tag.getXTag() != DCM_PerFrameFunctionalGroupsSequence || tag.getEVR() != EVR_SQ) {
        stream.putback();
        return EC_Normal;
    }
    auto sequence = std::make_unique<FrameSequence>(tag, length, notes_);
    sequence->transferInit();
    const OFCondition condition = sequence->read(stream, getOriginalXfer(), groupLengths, longest);
    if (condition.good() && insert(sequence.get(), OFFalse, OFTrue).good()) sequence.release();
    return condition;
}
