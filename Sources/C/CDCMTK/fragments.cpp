#include "fragments.hpp"

#include <cstdint>

#include "pixels.hpp"

namespace {

/// Length of a fragment with its item header, as offsets count it.
uint64_t storedLength(DcmPixelItem &item) { return uint64_t(item.getLength()) + 8; }

/// First fragments of frames by the offset table; empty if an offset does not meet a fragment.
std::vector<unsigned long> startsByOffsetTable(DcmPixelSequence &sequence, size_t frames) {
    DcmPixelItem *table = nullptr;
    Uint8 *bytes = nullptr;
    if (sequence.getItem(table, 0).bad() || !table || table->getLength() != frames * 4) return {};
    if (table->getUint8Array(bytes).bad() || !bytes) return {};
    std::vector<unsigned long> starts;
    uint64_t offset = 0;
    for (unsigned long i = 1; i < sequence.card() && starts.size() < frames; ++i) {
        const Uint8 *entry = bytes + 4 * starts.size();
        const uint64_t wanted = uint64_t(entry[0]) | uint64_t(entry[1]) << 8
            | uint64_t(entry[2]) << 16 | uint64_t(entry[3]) << 24;
        if (offset == wanted) starts.push_back(i);
        DcmPixelItem *item = nullptr;
        if (sequence.getItem(item, i).bad() || !item) return {};
        offset += storedLength(*item);
    }
    return starts;
}

/// Whether a fragment begins with SOC and SIZ.
bool beginsCodestream(DcmPixelItem &item) {
    Uint8 head[4] = {};
    if (item.getLength() < 4 || item.getPartialValue(head, 0, 4).bad()) return false;
    return head[0] == 0xFF && head[1] == 0x4F && head[2] == 0xFF && head[3] == 0x51;
}

std::vector<unsigned long> startsByMarker(DcmPixelSequence &sequence) {
    std::vector<unsigned long> starts;
    for (unsigned long i = 1; i < sequence.card(); ++i) {
        DcmPixelItem *item = nullptr;
        if (sequence.getItem(item, i).good() && item && beginsCodestream(*item)) starts.push_back(i);
    }
    return starts;
}

}  // namespace

std::vector<FragmentRange> fragmentsOfFrames(DcmPixelSequence &sequence, size_t frames) {
    const unsigned long end = sequence.card();
    if (end < 2 || frames == 0) return {};
    if (frames == 1) return {{1, end}};
    std::vector<unsigned long> starts;
    if (end - 1 == frames) {
        for (unsigned long i = 1; i < end; ++i) starts.push_back(i);
    } else {
        starts = startsByOffsetTable(sequence, frames);
        if (starts.size() != frames) starts = startsByMarker(sequence);
    }
    if (starts.size() != frames) return {};
    std::vector<FragmentRange> ranges;
    for (size_t i = 0; i < frames; ++i) {
        ranges.push_back({starts[i], i + 1 < frames ? starts[i + 1] : end});
    }
    return ranges;
}

std::vector<uint8_t> joinedFragments(cdcmtk_file &file, uint32_t frame) {
    DcmPixelSequence *sequence = pixelSequence(file);
    if (!sequence) return {};
    if (file.frameFragments.empty()) {
        file.frameFragments = fragmentsOfFrames(*sequence, file.pixels.frames);
    }
    if (frame >= file.frameFragments.size()) return {};
    const FragmentRange range = file.frameFragments[frame];
    std::vector<uint8_t> bytes;
    for (unsigned long i = range.first; i < range.end; ++i) {
        DcmPixelItem *item = nullptr;
        Uint8 *fragment = nullptr;
        if (sequence->getItem(item, i).bad() || !item || item->getLength() == 0) continue;
        if (item->getUint8Array(fragment).bad() || !fragment) return {};
        bytes.insert(bytes.end(), fragment, fragment + item->getLength());
        item->compact();
    }
    return bytes;
}
