extension GreyImage {
    /// A part of the picture, cut off at its edges.
    public func part(x: Int, y: Int, width: Int, height: Int) -> GreyImage {
        let columns = max(0, x)..<max(max(0, x), min(self.width, x + width))
        let rows = max(0, y)..<max(max(0, y), min(self.height, y + height))
        var output: [UInt8] = []
        output.reserveCapacity(columns.count * rows.count)
        for row in rows {
            let start = row * self.width
            output += pixels[start + columns.lowerBound..<start + columns.upperBound]
        }
        return GreyImage(width: columns.count, height: rows.count, pixels: output)
    }

    /// The picture in fewer pixels, each the mean of those it stands for.
    ///
    /// - Parameters:
    ///   - width: 1 to the picture's.
    ///   - height: 1 to the picture's.
    public func reduced(width: Int, height: Int) -> GreyImage {
        precondition(
            (1...self.width).contains(width) && (1...self.height).contains(height),
            "\(self.width) × \(self.height) pixels cannot be reduced to \(width) × \(height)")
        let columns = (0...width).map { $0 * self.width / width }
        var output: [UInt8] = []
        output.reserveCapacity(width * height)
        var sums = [Int](repeating: 0, count: width)
        for row in 0..<height {
            let rows = row * self.height / height..<(row + 1) * self.height / height
            add(rows, columns, to: &sums)
            for column in 0..<width {
                let count = (columns[column + 1] - columns[column]) * rows.count
                output.append(UInt8((sums[column] + count / 2) / count))
            }
        }
        return GreyImage(width: width, height: height, pixels: output)
    }

    /// Sums of the pixels of `rows` between each two of `columns`.
    private func add(_ rows: Range<Int>, _ columns: [Int], to sums: inout [Int]) {
        pixels.withUnsafeBufferPointer { pixels in
            for index in sums.indices {
                var sum = 0
                for row in rows {
                    let start = row * width
                    for column in columns[index]..<columns[index + 1] {
                        sum += Int(pixels[start + column])
                    }
                }
                sums[index] = sum
            }
        }
    }

    /// The picture in more pixels, each one the pixel that it lies in.
    public func enlarged(width: Int, height: Int) -> GreyImage {
        precondition(
            width >= self.width && height >= self.height, "enlarging makes nothing smaller")
        let sources = (0..<width).map { $0 * self.width / width }
        var output: [UInt8] = []
        output.reserveCapacity(width * height)
        for row in 0..<height {
            let start = row * self.height / height * self.width
            for source in sources { output.append(pixels[start + source]) }
        }
        return GreyImage(width: width, height: height, pixels: output)
    }
}
