#include "source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace {

constexpr size_t windowSize = 65536;
// Sixteen levels of sequences need a fraction of this; a hostile file would go on to the end of the stack.
constexpr uintptr_t stackLimit = 128 * 1024;
// An element takes three to four reads; 20,000 frames with full functional groups stay far below.
constexpr uint64_t readLimit = 40000000;

class SourceFactory : public DcmInputStreamFactory {
public:
    SourceFactory(Source &source, uint64_t offset) : source_(source), offset_(offset) {}
    DcmInputStream *create() const override { return new SourceStream(source_, offset_); }
    DcmInputStreamFactory *clone() const override { return new SourceFactory(*this); }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputFileStreamFactory; }

private:
    Source &source_;
    uint64_t offset_;
};

}  // namespace

Source::Source(const void *bytes, uint64_t size)
    : bytes_(static_cast<const uint8_t *>(bytes)), size_(size) {}

Source::Source(int descriptor, uint64_t size) : descriptor_(descriptor), size_(size) {}

void Source::replace(uint64_t offset, std::string bytes) {
    replacedAt_ = offset;
    replacement_ = std::move(bytes);
}

void Source::guardParse(const void *stackBase) {
    stackBase_ = reinterpret_cast<uintptr_t>(stackBase);
    readCount_ = 0;
}

bool Source::mayRead() {
    if (stackBase_ == 0) return true;
    const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    if (stackBase_ - here > stackLimit) isTooDeep_ = true;
    readCount_ += 1;
    return !isTooDeep_ && readCount_ < readLimit;
}

size_t Source::fetch(uint64_t offset, void *to, size_t count) {
    if (offset >= size_) return 0;
    count = static_cast<size_t>(std::min<uint64_t>(count, size_ - offset));
    auto *target = static_cast<uint8_t *>(to);
    const size_t got = fetchStored(offset, target, count);
    const uint64_t from = std::max(offset, replacedAt_);
    const uint64_t end = std::min<uint64_t>(offset + got, replacedAt_ + replacement_.size());
    if (from < end) {
        std::memcpy(target + (from - offset), replacement_.data() + (from - replacedAt_), end - from);
    }
    return got;
}

size_t Source::fetchStored(uint64_t offset, uint8_t *to, size_t count) {
    if (bytes_) {
        std::memcpy(to, bytes_ + offset, count);
        return count;
    }
    if (count >= windowSize / 2) return readDescriptor(offset, to, count);
    if (offset < windowStart_ || offset + count > windowStart_ + window_.size()) {
        window_.resize(windowSize);
        window_.resize(readDescriptor(offset, window_.data(), windowSize));
        windowStart_ = offset;
    }
    const size_t got = std::min(count, window_.size());
    std::memcpy(to, window_.data() + (offset - windowStart_), got);
    return got;
}

size_t Source::readDescriptor(uint64_t offset, uint8_t *to, size_t count) {
    size_t got = 0;
    while (got < count) {
        const ssize_t n = pread(descriptor_, to + got, count - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        got += static_cast<size_t>(n);
    }
    return got;
}

offile_off_t SourceProducer::avail() {
    return static_cast<offile_off_t>(source_.size() - std::min(offset_, source_.size()));
}

offile_off_t SourceProducer::read(void *buffer, offile_off_t count) {
    if (status_.bad() || !buffer || count <= 0) return 0;
    if (!source_.mayRead()) {
        status_ = EC_InvalidStream;
        return 0;
    }
    const size_t got = source_.fetch(offset_, buffer, static_cast<size_t>(count));
    offset_ += got;
    return static_cast<offile_off_t>(got);
}

offile_off_t SourceProducer::skip(offile_off_t count) {
    if (status_.bad() || count <= 0) return 0;
    const offile_off_t skipped = std::min(count, avail());
    offset_ += static_cast<uint64_t>(skipped);
    return skipped;
}

void SourceProducer::putback(offile_off_t count) {
    if (count < 0 || static_cast<uint64_t>(count) > offset_) {
        status_ = EC_PutbackFailed;
    } else {
        offset_ -= static_cast<uint64_t>(count);
    }
}

SourceStream::SourceStream(Source &source, uint64_t offset)
    : DcmInputStream(&producer_), producer_(source, offset), source_(source), start_(offset) {}

DcmInputStreamFactory *SourceStream::newFactory() const {
    // Behind a decompression filter the offset in the file is unknown: values are read at once.
    if (currentProducer() != &producer_) return nullptr;
    return new SourceFactory(source_, start_ + static_cast<uint64_t>(tell()));
}
