// Drawn orders.
