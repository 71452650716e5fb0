import Statistics

/// A number, or the reason why the data give none.
public typealias Quantity = Statistics.Quantity
/// The two limits of an interval.
public typealias Interval = Statistics.Interval
/// A number under its published name.
public typealias ResultValue = Statistics.ResultValue
