import TerminalUI
import TestSupport

/// A link in memory with a terminal behind it: it parses so many bytes a second, and answers.
struct MemoryLink {
    var sender: FrameSender
    var screen = MarkedScreen()
    /// Every piece that was sent.
    var pieces: [[UInt8]] = []
    var arrivals: [Arrival] = []
    /// The longest that the link needed to pass what it held after a piece was sent, in milliseconds.
    var mostHeldMS = 0
    private var cells: CellGrid?
    private var nowUS = 0
    private var freeAtUS = 0
    private var answersAtUS: [Int] = []
    private let bytesPerSecond: Int
    private let roundTripMS: Int
    private let answers: Bool

    init(bytesPerSecond: Int, roundTripMS: Int = 1, answers: Bool = true) {
        self.bytesPerSecond = bytesPerSecond
        self.roundTripMS = roundTripMS
        self.answers = answers
        let theme = Theme(
            id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
            surround: RGB(0, 0, 0), styles: [:])
        sender = FrameSender(
            painter: CellPainter(theme: theme, depth: .none, unicode: true),
            capabilities: TerminalCapabilities(
                cellWidthPX: 10, cellHeightPX: 20, synchronizedOutput: true))
    }

    private var now: Duration { .microseconds(nowUS) }

    @discardableResult
    mutating func show(_ frame: Frame) -> Bool {
        let isChanged = cells != frame.grid
        cells = frame.grid
        let isShown = sender.show(
            frame, cells: isChanged ? Array(frame.grid.text.prefix(20).utf8) : [], at: now)
        pump()
        return isShown
    }

    /// A key comes.
    mutating func interrupt() { sender.interrupt(at: now) }

    /// Lets the rate be known.
    mutating func measure() {
        for version in 0..<4 {
            show(Frames.preview(-1 - version, bytes: 4_200))
            run(forMS: 1_000)
        }
        (pieces, arrivals, mostHeldMS) = ([], [], 0)
        screen.painted = []
    }

    /// Milliseconds until the frame that is shown has arrived; at most 20 s.
    mutating func timeUntilWhole() -> Int {
        let (start, count) = (nowUS, arrivals.count)
        while arrivals.count == count, nowUS - start < 20_000_000 { run(forMS: 1) }
        return (nowUS - start) / 1_000
    }

    /// Lets time pass in steps of a millisecond.
    mutating func run(forMS time: Int) {
        for _ in 0..<time {
            nowUS += 1_000
            while let next = answersAtUS.first, next <= nowUS {
                answersAtUS.removeFirst()
                sender.answered(at: .microseconds(next))
            }
            pump()
        }
    }

    /// As after a resize: the screen is cleared, and all answers were read.
    mutating func forgetScreen() {
        _ = sender.clear()
        answersAtUS = []
        freeAtUS = nowUS
        screen.clear()
        let theme = Theme(
            id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
            surround: RGB(0, 0, 0), styles: [:])
        sender.restart(
            painter: CellPainter(theme: theme, depth: .none, unicode: true),
            capabilities: TerminalCapabilities(cellWidthPX: 10, cellHeightPX: 20))
    }

    private mutating func pump() {
        sender.tick(at: now)
        if let piece = sender.next(at: now) { take(piece) }
        if let arrival = sender.report(at: now) { arrivals.append(arrival) }
    }

    private mutating func take(_ piece: [UInt8]) {
        pieces.append(piece)
        screen.take(piece)
        let start = max(nowUS, freeAtUS)
        freeAtUS = start + piece.count * 1_000_000 / bytesPerSecond
        mostHeldMS = max(mostHeldMS, (freeAtUS - nowUS) / 1_000)
        guard answers else { return }
        let isLed = piece.starts(with: LinkPacer.question)
        if isLed { answersAtUS.append(start + roundTripMS * 1_000) }
        // One that was cut in the middle of a picture asks nothing.
        guard piece.suffix(LinkPacer.question.count).elementsEqual(LinkPacer.question) else {
            return
        }
        answersAtUS.append(freeAtUS + roundTripMS * 1_000)
    }
}

/// A screen that knows pictures by marks in their bytes: `<version:x,y,width,height>`, for kitty
/// `<version:x,y,width,height#id>`.
struct MarkedScreen {
    /// A picture, or a part of one, as it was painted.
    struct Mark: Hashable {
        let version: Int
        let area: Rect
        let image: UInt32?
        var y: Int { area.y }
    }

    /// Everything that was painted, in its order.
    var painted: [Mark] = []
    /// Which version each cell shows; pictures of kitty not counted.
    private(set) var cells: [Rect: Int] = [:]
    /// kitty pictures that are there.
    private(set) var images: [UInt32: Mark] = [:]

    mutating func clear() { (cells, images) = ([:], [:]) }

    mutating func take(_ piece: [UInt8]) {
        var text = Substring(String(decoding: piece, as: UTF8.self))
        while let start = text.firstIndex(where: { $0 == "<" || $0 == "_" }) {
            let isMark = text[start] == "<"
            text = text[text.index(after: start)...]
            let end = text.firstIndex { $0 == (isMark ? ">" : "\u{1B}") } ?? text.endIndex
            if isMark { paint(text[..<end]) } else { command(text[..<end]) }
            text = text[end...]
        }
    }

    private mutating func paint(_ text: Substring) {
        let numbers = text.split { ":,#".contains($0) }.compactMap { Int($0) }
        guard numbers.count >= 5 else { return }
        let area = Rect(x: numbers[1], y: numbers[2], width: numbers[3], height: numbers[4])
        let image = numbers.count > 5 ? UInt32(numbers[5]) : nil
        let mark = Mark(version: numbers[0], area: area, image: image)
        painted.append(mark)
        guard image == nil else { return images[image ?? 0] = mark }
        for row in area.y..<area.maxY {
            for column in area.x..<area.maxX {
                cells[Rect(x: column, y: row, width: 1, height: 1)] = mark.version
            }
        }
    }

    private mutating func command(_ text: Substring) {
        guard text.hasPrefix("Ga=d,d=I,i="),
            let id = UInt32(text.dropFirst(11).prefix { $0 != "," })
        else { return }
        images[id] = nil
    }

    /// Whether the screen shows the pictures of a frame, and no kitty picture beside them.
    func shows(_ frame: Frame) -> Bool {
        var wanted: Set<Mark> = []
        for picture in frame.pictures {
            var part = MarkedScreen()
            part.take(picture.rows.flatMap { $0 })
            wanted.formUnion(part.images.values)
            guard part.cells.allSatisfy({ cells[$0.key] == $0.value }) else { return false }
        }
        let places = Set(wanted.map { [$0.version, $0.area.y, $0.area.height] })
        return Set(images.values.map { [$0.version, $0.area.y, $0.area.height] }) == places
    }
}

/// Frames whose pictures carry marks.
enum Frames {
    static let rows = 12
    static let area = Rect(x: 2, y: 2, width: 20, height: rows)

    private static func frame(_ pictures: [Picture], text: String = "") -> Frame {
        var frame = Frame(grid: CellGrid(size: Size(width: 40, height: 20)))
        frame.grid.write(text, column: 0, row: 0)
        frame.pictures = pictures
        return frame
    }

    private static func picture(
        _ version: Int, _ area: Rect, _ kind: Picture.Kind, bytes: Int, isFull: Bool = true
    ) -> Picture {
        let image = if case .kitty(let id) = kind { "#\(id)" } else { "" }
        let mark = "<\(version):\(area.x),\(area.y),\(area.width),\(area.height)\(image)>"
        let identity = UInt64(bitPattern: Int64(version * 1_000 + area.y))
        return Picture(
            area: area, kind: kind,
            rows: [
                Array(mark.utf8) + Array(repeating: 0x2E, count: max(0, bytes - mark.utf8.count))
            ],
            identity: isFull ? identity : ~identity, isFull: isFull)
    }

    private static func strip(_ row: Int) -> Rect {
        Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
    }

    static func strips(_ version: Int, bytes: Int, text: String = "") -> Frame {
        frame(
            (0..<rows).map { picture(version, strip($0), .sixel, bytes: bytes / rows) }, text: text)
    }

    static func whole(_ version: Int, bytes: Int) -> Frame {
        frame([picture(version, area, .sixel, bytes: bytes)])
    }

    static func preview(_ version: Int, bytes: Int) -> Frame {
        frame([picture(version, area, .sixel, bytes: bytes, isFull: false)])
    }

    static func kittyStrips(_ version: Int, id: UInt32, bytes: Int) -> Frame {
        frame(
            (0..<rows).map {
                picture(version, strip($0), .kitty(image: id + UInt32($0)), bytes: bytes / rows)
            })
    }

    static func kittyPreview(_ version: Int, id: UInt32, bytes: Int) -> Frame {
        frame([picture(version, area, .kitty(image: id), bytes: bytes, isFull: false)])
    }

    /// Rows of cells.
    static func cells(_ version: Int, bytes: Int) -> Frame {
        var picture = Picture(
            area: area, kind: .cells, rows: [], identity: UInt64(version), isFull: false)
        picture.rows = (0..<rows).map { row in
            let part = Self.picture(version, strip(row), .cells, bytes: bytes / rows)
            return part.rows[0]
        }
        return frame([picture])
    }

    /// Any of them; ids never come twice.
    static func random(_ version: Int, _ random: inout SplitMix) -> Frame {
        let bytes = Int.random(in: 500...30_000, using: &random)
        let id = UInt32(version * 100)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return strips(version, bytes: bytes)
        case 1: return whole(version, bytes: bytes)
        case 2: return preview(version, bytes: min(bytes, 4_000))
        case 3: return kittyStrips(version, id: id, bytes: bytes)
        case 4: return kittyPreview(version, id: id, bytes: min(bytes, 4_000))
        case 5: return cells(version, bytes: min(bytes, 4_000))
        default: return frame([])
        }
    }
}
