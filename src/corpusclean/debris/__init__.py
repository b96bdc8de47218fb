"""What is not the article: rules that know its phrases, and a judgement of lines by shape, place and neighbours."""
