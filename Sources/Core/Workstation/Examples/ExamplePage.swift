import Imaging

/// What one grade or type looks like.
public struct ExamplePage: Hashable, Sendable {
    /// A picture with square pixels.
    public struct Picture: Hashable, Sendable {
        /// What it shows.
        public let title: String
        /// The greys.
        public let greys: GreyImage

        /// A picture.
        public init(title: String, greys: GreyImage) {
            self.title = title
            self.greys = greys
        }
    }

    /// The grade or type.
    public let title: String
    /// What to look for, in sentences.
    public let words: String
    /// The pictures, side by side.
    public let pictures: [Picture]

    /// A page.
    public init(title: String, words: String, pictures: [Picture]) {
        self.title = title
        self.words = words
        self.pictures = pictures
    }
}
