"""The sentence that joins the stages: graph, options, command line."""
