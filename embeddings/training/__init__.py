"""How the shipped static model is made: pairs, vocabulary, training, measures and model card."""
