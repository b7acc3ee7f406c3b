"""The verbs: pure cores, each in a folder of its own, and the stages (PTransforms) that wrap them."""
