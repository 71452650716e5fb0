import Foundation
import ReaderStudies
import TerminalUI
import Workstation

/// The event loop of the reading program: events in, actions to `update`, effects to the runner, frames out.
final class ReadingLoop {
    /// The state after the last action.
    private(set) var state: WorkstationState
    private let screen: any Screen
    private let runner: EffectRunner
    private let nowMS: () -> Int
    private var memory = PictureMemory()
    private var hasEnded = false
    private var terminals: TerminalMemory?
    private var terminalKey: String?
    private var wantsFrame = true
    /// The bytes of the last frame's pictures; `nil` while they are previews.
    private var fullBytes: Int?
    /// What the last frame shows.
    private var shown: SlicesInView?
    private var lastKeyMS: Int

    /// A full picture follows a preview when no key has come for so long.
    static let restMS = 80
    /// Most keys that are taken before the newest state is drawn; 1 draws after each.
    private let keysPerFrame: Int

    /// A loop on `screen`; `nowMS` is a monotonic clock, `terminals` what is remembered of terminals.
    init(
        screen: any Screen, runner: EffectRunner, graphics: GraphicsMode? = nil,
        keymap: Keymap = .standard, terminals: TerminalMemory? = nil, keysPerFrame: Int = 32,
        nowMS: @escaping () -> Int = MonotonicClock.milliseconds
    ) {
        self.screen = screen
        self.runner = runner
        self.keysPerFrame = keysPerFrame
        self.nowMS = nowMS
        lastKeyMS = nowMS()
        state = WorkstationState(
            size: screen.size, capabilities: screen.capabilities, graphics: graphics, keymap: keymap
        )
        self.terminals = terminals
        terminalKey = screen.capabilities.key
        if let terminals {
            state.pattern = terminals[terminalKey]?.record ?? .never
            if let warning = terminals.warning { apply(.notRemembered(warning)) }
        }
    }

    /// Reads until the reader leaves or the terminal is gone; what can be kept is kept in both cases.
    func run() throws(ScreenError) {
        perform([.loadWorklist])
        do {
            while !hasEnded {
                try draw()
                try takeEvents()
            }
        } catch {
            apply(.hungUp(atMS: nowMS()))
            throw error
        }
    }

    /// Draws the newest state once the link is free; what was not sent of the last frame is dropped.
    private func draw() throws(ScreenError) {
        guard wantsFrame, screen.isReady else { return }
        wantsFrame = false
        let isResting = nowMS() - lastKeyMS >= Self.restMS
        let frame = view(state, memory: &memory, link: screen.link, isResting: isResting)
        let isFull = frame.pictures.allSatisfy(\.isFull)
        shown = state.slicesInView
        fullBytes = isFull ? frame.pictures.reduce(0) { $0 + $1.byteCount } : nil
        if try screen.show(frame) {
            apply(.drawn(full: isFull))
        } else if !isFull || screen.unsentBytes > 0 {
            let wasFull = state.picture == .full
            apply(.drawn(full: false))
            // The status line says so; where the picture is a preview it does already.
            wantsFrame = wasFull && isFull
        }
    }

    /// Waits for an event, then takes those that already came, so that the newest state is drawn.
    private func takeEvents() throws(ScreenError) {
        take(try screen.nextEvent(within: limitMS.map { .milliseconds($0) }))
        var rest = keysPerFrame - 1
        while rest > 0, !hasEnded {
            let event = try screen.nextEvent(within: .zero)
            if event == .idle { return }
            take(event)
            rest -= 1
        }
    }

    /// How long nothing may happen: until a preview becomes full, or the view is to be saved.
    private var limitMS: Int? {
        let tick = state.tickMS(at: nowMS())
        guard fullBytes == nil, !wantsFrame else { return tick }
        return min(tick ?? .max, max(0, lastKeyMS + Self.restMS - nowMS()))
    }

    private func take(_ event: ScreenEvent) {
        wantsFrame = true
        switch event {
        case .key(let press):
            lastKeyMS = nowMS()
            tellProgress()
            apply(.key(press, atMS: nowMS()))
        case .paste(let text): apply(.pasted(text, atMS: nowMS()))
        case .focus(false): apply(.away(atMS: nowMS()))
        case .mouse(let mouse):
            lastKeyMS = nowMS()
            apply(.mouse(mouse, atMS: nowMS()))
        case .focus(true): break
        case .resized(let size):
            memory.forget()
            apply(.resized(size, screen.capabilities))
            lookUpTerminal()
        case .idle:
            // Slices that run are no rest: full pictures that the link does not take would come too late.
            if state.reading?.cine != nil { lastKeyMS = nowMS() }
            apply(.tick(atMS: nowMS()))
        case .arrived(.whole): apply(.drawn(full: fullBytes != nil, shown))
        case .arrived(.dropped): break
        case .closed:
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        }
    }

    /// Tells how much of the picture is there, for the sentence that refuses a signature.
    private func tellProgress() {
        guard state.picture != .full else { return }
        let all = fullBytes ?? memory.expectedBytes
        let unsent = fullBytes == nil ? all : screen.unsentBytes
        let percent = all > 0 ? (all - min(all, unsent)) * 100 / all : 0
        apply(.drawing(percent: percent, secondsLeft: screen.link?.seconds(for: unsent)))
    }

    private func apply(_ action: WorkstationAction) { perform(update(&state, action)) }

    /// Effects in their order; the actions that answer them may have effects of their own.
    private func perform(_ effects: [WorkstationEffect]) {
        for effect in effects {
            switch effect {
            case .quit: hasEnded = true
            case .rememberGraphics(let mode): remember(mode)
            case .askTerminal: askTerminal()
            case .redraw: memory.forget()
            default: apply(runner.perform(effect))
            }
        }
    }
}

// MARK: - The terminal

extension ReadingLoop {
    private func remember(_ mode: GraphicsMode?) {
        guard terminals != nil else { return }
        do throws(Refusal) {
            try terminals?.remember(mode, in: screen.capabilities.key)
        } catch {
            apply(.notRemembered("For this time only: \(error.description)"))
        }
    }

    private func askTerminal() {
        do throws(ScreenError) {
            let size = try screen.lookAgain()
            memory.forget()
            apply(.asked(size, screen.capabilities))
            lookUpTerminal()
        } catch {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        }
    }

    /// Another terminal, as after attaching elsewhere, has choices and a test of its own.
    private func lookUpTerminal() {
        let key = screen.capabilities.key
        guard let terminals, key != terminalKey else { return }
        terminalKey = key
        let known = terminals[key]
        apply(.knownTerminal(known?.mode ?? state.wanted, known?.record ?? .never))
    }
}

/// Milliseconds that only rise.
enum MonotonicClock {
    /// Milliseconds since an arbitrary moment.
    static func milliseconds() -> Int { Int(DispatchTime.now().uptimeNanoseconds / 1_000_000) }
}
