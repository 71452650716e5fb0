import TerminalUI
import Workstation

/// The event loop of the screen of drawn examples.
struct ExampleLoop {
    private let screen: any Screen
    private var state: ExampleState
    private var memory = ExampleMemory()

    /// A loop on `screen` that begins with the first page.
    init(screen: any Screen, state: ExampleState) {
        self.screen = screen
        self.state = state
    }

    /// Runs until the reader goes back or the terminal is gone.
    mutating func run() throws(ScreenError) {
        var wantsFrame = true
        while true {
            // A frame that comes while one is on its way would drop what is not sent of it.
            if wantsFrame, screen.isReady {
                wantsFrame = false
                try screen.show(view(state, memory: &memory))
            }
            switch try screen.nextEvent(within: nil) {
            case .closed: return
            case .resized(let size):
                memory.forget()
                _ = state.take(.resized(size, screen.capabilities))
                wantsFrame = true
            case .key(let press):
                let effect = state.take(.key(press))
                if effect == .leave { return }
                if effect == .redraw { memory.forget() }
                wantsFrame = true
            default: break
            }
        }
    }
}
