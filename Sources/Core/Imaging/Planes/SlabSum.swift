/// Gathers the layers of a slab into one row; values that are NaN lie outside and count for nothing.
struct SlabSum {
    private let projection: SlabProjection
    private var values: [Float]
    private var counts: [Float]

    /// A row of `count` pixels without layers.
    init(_ projection: SlabProjection, count: Int) {
        self.projection = projection
        values = [Float](repeating: 0, count: count)
        counts = projection == .mean ? [Float](repeating: 0, count: count) : []
        reset()
    }

    /// Forgets all layers.
    mutating func reset() {
        let start: Float =
            switch projection {
            case .mean: 0
            case .maximum: -.infinity
            case .minimum: .infinity
            }
        for index in values.indices { values[index] = start }
        for index in counts.indices { counts[index] = 0 }
    }

    /// Adds a layer of as many pixels.
    mutating func add(_ layer: UnsafeBufferPointer<Float>) {
        switch projection {
        case .maximum:
            for index in values.indices where layer[index] > values[index] {
                values[index] = layer[index]
            }
        case .minimum:
            for index in values.indices where layer[index] < values[index] {
                values[index] = layer[index]
            }
        case .mean:
            for index in values.indices where layer[index] == layer[index] {
                values[index] += layer[index]
                counts[index] += 1
            }
        }
    }

    /// Writes the row; NaN where no layer had a value.
    func write(to row: UnsafeMutableBufferPointer<Float>) {
        for index in values.indices {
            switch projection {
            case .mean: row[index] = values[index] / counts[index]
            case .maximum, .minimum:
                row[index] = values[index].isFinite ? values[index] : .nan
            }
        }
    }
}
